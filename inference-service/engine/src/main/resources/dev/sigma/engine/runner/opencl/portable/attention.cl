// Causal attention over paged K/V with separate key and value heads (DiffQKV; GQA and MHA are
// special cases). After numerics.cl. Built per model: QUERY_HEADS, KEY_HEADS, VALUE_HEADS,
// KEY_DIM, VALUE_DIM, and HEADS, the query heads of one work-item, all of which share a key head
// and a value head. With a sliding window, WINDOW: the positions that a row sees.
//
// Layouts: pools as in rope_store.cl; q [rows][qStride]; out [rows][QUERY_HEADS * VALUE_DIM].
//
// Order: blocks of 16 tokens from that of the first visible position on, wherever they lie; a
// running maximum and sum (online softmax) a block, values added token by token. It depends on the
// position alone.

#define VALUE_VECTORS ((VALUE_DIM + 15) / 16)
#define VALUE_WIDTH (VALUE_HEADS * VALUE_DIM)

// Scores of HEADS queries against the 16 tokens of a block: four sums over k mod 4, then a tree.
INLINE void scores16(
    __global const float* q, __global const float* k, float scale, float16* out) {
  float16 sums[HEADS][4];
#pragma unroll
  for (size_t h = 0; h < HEADS; h++) {
    sums[h][0] = sums[h][1] = sums[h][2] = sums[h][3] = (float16)(0.0f);
  }
  for (size_t i = 0; i + 4 <= KEY_DIM; i += 4) {
#pragma unroll
    for (size_t j = 0; j < 4; j++) {
      const float16 key = vload16(i + j, k);
#pragma unroll
      for (size_t h = 0; h < HEADS; h++) {
        sums[h][j] = fma((float16)(q[h * KEY_DIM + i + j]), key, sums[h][j]);
      }
    }
  }
  for (size_t i = KEY_DIM / 4 * 4; i < KEY_DIM; i++) {
    const float16 key = vload16(i, k);
#pragma unroll
    for (size_t h = 0; h < HEADS; h++) {
      sums[h][0] = fma((float16)(q[h * KEY_DIM + i]), key, sums[h][0]);
    }
  }
#pragma unroll
  for (size_t h = 0; h < HEADS; h++) {
    out[h] = ((sums[h][0] + sums[h][1]) + (sums[h][2] + sums[h][3])) * (float16)(scale);
  }
}

constant int16 LANES = (int16)(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

// How many of a row's `end` positions, the first ones, it does not see.
INLINE size_t out_of_sight(size_t end) {
#ifdef WINDOW
  return end > WINDOW ? end - WINDOW : 0;
#else
  return 0;
#endif
}

// Scores of a block's tokens, -infinity but from `from` up to `count`.
INLINE float16 in_sight(float16 scores, size_t from, size_t count) {
  scores = LANES < (int16)((int)count) ? scores : (float16)(-INFINITY);
#ifdef WINDOW
  scores = LANES < (int16)((int)from) ? (float16)(-INFINITY) : scores;
#endif
  return scores;
}

// HEADS query heads from `head` on, of one row.
INLINE void attention_heads(
    __global const int* step,
    __global const float* q,
    int qStride,
    __global const float* keys,
    __global const float* values,
    float scale,
    __global float* out,
    size_t head,
    size_t row) {
  const size_t key_head = head * KEY_HEADS / QUERY_HEADS;
  const size_t value_head = head * VALUE_HEADS / QUERY_HEADS;
  const size_t end = (size_t)step[step[STEP_POSITIONS_AT] + row] + 1;
  const size_t begin = out_of_sight(end);
  __global const int* table = step + step[STEP_TABLES_AT]
      + (size_t)step[step[STEP_SEQUENCE_AT] + row] * (size_t)step[STEP_TABLE_STRIDE];
  __global const float* query = q + row * (size_t)qStride + head * KEY_DIM;

  float top[HEADS];
  float total[HEADS];
  float16 acc[HEADS][VALUE_VECTORS];
#pragma unroll
  for (size_t h = 0; h < HEADS; h++) {
    top[h] = -INFINITY;
    total[h] = 0.0f;
#pragma unroll
    for (size_t i = 0; i < VALUE_VECTORS; i++) {
      acc[h][i] = (float16)(0.0f);
    }
  }
  for (size_t first = begin / BLOCK_TOKENS * BLOCK_TOKENS; first < end; first += BLOCK_TOKENS) {
    const size_t block = (size_t)table[first / BLOCK_TOKENS];
    const size_t from = begin > first ? begin - first : 0;
    const size_t count = end - first < BLOCK_TOKENS ? end - first : BLOCK_TOKENS;
    float16 s[HEADS];
    scores16(query, keys + (block * KEY_HEADS + key_head) * KEY_DIM * BLOCK_TOKENS, scale, s);
    float p[HEADS][BLOCK_TOKENS];
#pragma unroll
    for (size_t h = 0; h < HEADS; h++) {
      s[h] = in_sight(s[h], from, count);
      const float highest = max16(s[h]);
      const float new_top = highest > top[h] ? highest : top[h];
      const float shrink = exact_exp(top[h] - new_top);
      const float16 e = exact_exp16(s[h] - (float16)(new_top));
      top[h] = new_top;
      total[h] = fma(total[h], shrink, sum16(e));
      vstore16(e, 0, p[h]);
#pragma unroll
      for (size_t i = 0; i < VALUE_VECTORS; i++) {
        acc[h][i] = acc[h][i] * (float16)(shrink);
      }
    }
    // Whole vectors even where VALUE_DIM is odd: the lanes too many are never stored, and the
    // pool ends with 16 spare floats.
    __global const float* v =
        values + block * BLOCK_TOKENS * VALUE_WIDTH + value_head * VALUE_DIM;
    for (size_t t = from; t < count; t++) {
#pragma unroll
      for (size_t i = 0; i < VALUE_VECTORS; i++) {
        const float16 value = vload16(i, v + t * VALUE_WIDTH);
#pragma unroll
        for (size_t h = 0; h < HEADS; h++) {
          acc[h][i] = fma((float16)(p[h][t]), value, acc[h][i]);
        }
      }
    }
  }
#pragma unroll
  for (size_t h = 0; h < HEADS; h++) {
    __global float* to = out + (row * QUERY_HEADS + head + h) * VALUE_DIM;
#pragma unroll
    for (size_t i = 0; i < VALUE_VECTORS; i++) {
      store_lanes(acc[h][i] / (float16)(total[h]), to + i * 16, VALUE_DIM - i * 16);
    }
  }
}

#ifndef FUNCTIONS_ONLY
// Work split: global id (group of HEADS query heads, row).
KERNEL void attention(
    __global const int* step,
    __global const float* q,
    int qStride,
    __global const float* keys,
    __global const float* values,
    float scale,
    __global float* out) {
  attention_heads(
      step, q, qStride, keys, values, scale, out, get_global_id(0) * HEADS, get_global_id(1));
}
#endif
