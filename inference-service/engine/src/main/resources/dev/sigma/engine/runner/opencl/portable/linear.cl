// y = x W^T for one panel of 32 outputs and ROWS rows of x: a matrix-vector product for ROWS 1,
// a register-blocked matrix product for more. After numerics.cl, weights.cl and
// epilogue.cl.
//
// Work split: global id (block of ROWS rows, panel); rows run fastest, so a panel stays in the
// cache while the rows pass by. A block that sticks out repeats the last row and stores nothing
// for it.
//
// Order, the same for every ROWS: over k ascending, one fma each, in 32 lanes of their own. With
// scales: an inner sum over the group's integers, then acc = fma(inner, scale, acc).

KERNEL void linear(
    __global const int* step,
    int countAt,  // index in the step buffer of the number of rows
    __global const float* x,
    int xStride,
    __global const weight_t* weights,
    __global const scale_t* scales,
    int group,
    int K,
    __global float* y,
    int yStride,
    int N,  // columns of y that are written
    int epilogue) {
  const size_t rows = (size_t)step[countAt];
  const size_t row0 = get_global_id(0) * ROWS;
  const size_t panel = get_global_id(1);
  const size_t k_count = (size_t)K;

  __global const float* xs[ROWS];
  float16 acc[ROWS][2];
#pragma unroll
  for (size_t r = 0; r < ROWS; r++) {
    const size_t row = row0 + r < rows ? row0 + r : rows - 1;
    xs[r] = x + row * (size_t)xStride;
    acc[r][0] = (float16)(0.0f);
    acc[r][1] = (float16)(0.0f);
  }
  __global const weight_t* w = weights + panel * k_count * PANEL_ROW;

#ifdef QUANTISED
  const size_t group_size = (size_t)group;
  const size_t groups = (k_count + group_size - 1) / group_size;
  __global const scale_t* s = scales + panel * groups * PANEL;
  for (size_t g = 0; g < groups; g++) {
    const size_t begin = g * group_size;
    const size_t end = begin + group_size < k_count ? begin + group_size : k_count;
    float16 inner[ROWS][2];
#pragma unroll
    for (size_t r = 0; r < ROWS; r++) {
      inner[r][0] = (float16)(0.0f);
      inner[r][1] = (float16)(0.0f);
    }
    for (size_t k = begin; k < end; k++) {
      float16 a, b;
      read_panel_row(w + k * PANEL_ROW, &a, &b);
#pragma unroll
      for (size_t r = 0; r < ROWS; r++) {
        const float16 v = (float16)(xs[r][k]);
        inner[r][0] = fma(v, a, inner[r][0]);
        inner[r][1] = fma(v, b, inner[r][1]);
      }
    }
    const float16 sa = read_scales16(s + g * PANEL);
    const float16 sb = read_scales16(s + g * PANEL + 16);
#pragma unroll
    for (size_t r = 0; r < ROWS; r++) {
      acc[r][0] = fma(inner[r][0], sa, acc[r][0]);
      acc[r][1] = fma(inner[r][1], sb, acc[r][1]);
    }
  }
#else
  for (size_t k = 0; k < k_count; k++) {
    float16 a, b;
    read_panel_row(w + k * PANEL_ROW, &a, &b);
#pragma unroll
    for (size_t r = 0; r < ROWS; r++) {
      const float16 v = (float16)(xs[r][k]);
      acc[r][0] = fma(v, a, acc[r][0]);
      acc[r][1] = fma(v, b, acc[r][1]);
    }
  }
#endif

#pragma unroll
  for (size_t r = 0; r < ROWS; r++) {
    if (row0 + r < rows) {
      write_tile(acc[r][0], acc[r][1], y + (row0 + r) * (size_t)yStride, panel, (size_t)N,
          epilogue);
    }
  }
}
