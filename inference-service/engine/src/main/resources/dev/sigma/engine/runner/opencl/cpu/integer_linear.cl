// y = x W^T for one panel of 32 outputs, weights in quads (see weights.cl), activations as
// quantise.cl leaves them. After numerics.cl, weights.cl, epilogue.cl and dot.cl.
//
// Work split: global id (ROW_BLOCKS blocks of ROWS rows, panel); rows run fastest, so a panel
// stays in the cache while the rows pass by. A block that sticks out repeats the last row and
// stores nothing for it.
//
// Order, the same for every ROWS: over groups of 32 inputs ascending; in a group integers, exact
// in any order; acc = fma(integers, weight scale * activation scale, acc).

#if WEIGHTS == INT8_QUADS
#define OFFSET 128
#else
#define OFFSET 8
#endif
// Few rows pass over weights that come from memory: fetched this many bytes ahead. More rows find
// them in the cache.
#if ROWS <= 4
#define AHEAD 4096
#define FETCH_AHEAD(p) __builtin_prefetch((__global const char*)(p) + AHEAD)
#else
#define FETCH_AHEAD(p)
#endif

#define VECTORS_A_GROUP (PANEL_ROW / 2)  // of 64 bytes: a panel's weights of 32 inputs

// ROWS rows from row0 on, of `rows`, times one panel; w and s: the panel's weights and scales.
INLINE void integer_tile(
    size_t row0,
    size_t rows,
    size_t panel,
    __global const char* q,
    __global const float2* groups,
    __global const int16* w,
    __global const scale_t* s,
    size_t per_scale,
    size_t group_count,
    __global float* y,
    size_t yStride,
    size_t N,
    int epilogue) {
  __global const int* xs[ROWS];
  __global const float2* meta[ROWS];
  float16 acc[ROWS][2];
#pragma unroll
  for (size_t r = 0; r < ROWS; r++) {
    const size_t row = row0 + r < rows ? row0 + r : rows - 1;
    xs[r] = (__global const int*)q + row * group_count * 8;
    meta[r] = groups + row * group_count;
    acc[r][0] = (float16)(0.0f);
    acc[r][1] = (float16)(0.0f);
  }
  for (size_t g = 0; g < group_count; g++) {
    int16 inner[ROWS][2];
#pragma unroll
    for (size_t r = 0; r < ROWS; r++) {
      inner[r][0] = inner[r][1] = (int16)(-OFFSET * as_int(meta[r][g].y));
    }
#if WEIGHTS == INT8_QUADS
#pragma unroll
    for (size_t i = 0; i < 8; i++) {
      FETCH_AHEAD(w + (g * 8 + i) * 2);
      FETCH_AHEAD(w + (g * 8 + i) * 2 + 1);
      const int16 a = w[(g * 8 + i) * 2];
      const int16 b = w[(g * 8 + i) * 2 + 1];
#pragma unroll
      for (size_t r = 0; r < ROWS; r++) {
        const int x = xs[r][g * 8 + i];
        inner[r][0] = dot4(inner[r][0], a, x);
        inner[r][1] = dot4(inner[r][1], b, x);
      }
    }
#else
#pragma unroll
    for (size_t i = 0; i < 4; i++) {
      FETCH_AHEAD(w + (g * 4 + i) * 2);
      FETCH_AHEAD(w + (g * 4 + i) * 2 + 1);
      const int16 a = w[(g * 4 + i) * 2];
      const int16 b = w[(g * 4 + i) * 2 + 1];
      const int16 a0 = a & (int16)(0x0F0F0F0F);
      const int16 b0 = b & (int16)(0x0F0F0F0F);
      const int16 a1 = (a >> 4) & (int16)(0x0F0F0F0F);
      const int16 b1 = (b >> 4) & (int16)(0x0F0F0F0F);
#pragma unroll
      for (size_t r = 0; r < ROWS; r++) {
        const int x0 = xs[r][g * 8 + i * 2];
        const int x1 = xs[r][g * 8 + i * 2 + 1];
        inner[r][0] = dot4(inner[r][0], a0, x0);
        inner[r][1] = dot4(inner[r][1], b0, x0);
        inner[r][0] = dot4(inner[r][0], a1, x1);
        inner[r][1] = dot4(inner[r][1], b1, x1);
      }
    }
#endif
    const float16 sa = read_scales16(s + g / per_scale * PANEL);
    const float16 sb = read_scales16(s + g / per_scale * PANEL + 16);
#pragma unroll
    for (size_t r = 0; r < ROWS; r++) {
      const float16 sx = (float16)(meta[r][g].x);
      acc[r][0] = fma(convert_float16(inner[r][0]), sa * sx, acc[r][0]);
      acc[r][1] = fma(convert_float16(inner[r][1]), sb * sx, acc[r][1]);
    }
  }
#pragma unroll
  for (size_t r = 0; r < ROWS; r++) {
    if (row0 + r < rows) {
      write_tile(acc[r][0], acc[r][1], y + (row0 + r) * yStride, panel, N,
        epilogue);
    }
  }
}

#ifndef FUNCTIONS_ONLY
KERNEL void integer_linear(
    __global const int* step,
    int countAt,  // index in the step buffer of the number of rows
    __global const char* q,
    __global const float2* groups,
    __global const uchar* weights,
    __global const scale_t* scales,
    int scaleGroups,  // groups of 32 inputs that share a weight scale
    int K,
    __global float* y,
    int yStride,
    int N,  // columns of y that are written
    int epilogue) {
  const size_t rows = (size_t)step[countAt];
  const size_t panel = get_global_id(1);
  const size_t group_count = ((size_t)K + 31) / 32;
  const size_t per_scale = (size_t)scaleGroups;
  __global const int16* w =
      (__global const int16*)weights + panel * group_count * VECTORS_A_GROUP;
  __global const scale_t* s = scales + panel * ((group_count + per_scale - 1) / per_scale) * PANEL;
  for (size_t block = 0; block < ROW_BLOCKS; block++) {
    const size_t row0 = (get_global_id(0) * ROW_BLOCKS + block) * ROWS;
    if (row0 < rows) {
      integer_tile(row0, rows, panel, q, groups, w, s, per_scale, group_count, y,
          (size_t)yStride, (size_t)N, epilogue);
    }
  }
}
#endif
