// Causal attention that fetches only the `keep` V rows of highest probability a query head (ties:
// the earlier position), without renormalising: SIGMA's selective V. After numerics.cl, pages.cl
// and attention.cl, built with HEADS 1.
//
// Layouts: as in attention.cl; scratch [rows of the slice][QUERY_HEADS][context], context a
// multiple of 16.
//
// Work split: global id (query head, row of the slice's rows). The k-th highest weight is found
// exactly, bit by bit: weights are non-negative, so their bits sort as they do.

KERNEL void selective_attention(
    __global const int* step,
    __global const float* q,
    int qStride,
    __global const page_t* keys,
    __global const page_t* values,
    float scale,
    int keep,
    __global float* scratch,
    int context,
    __global float* out) {
  const size_t head = get_global_id(0);
  const size_t row = get_global_id(1);
  const size_t key_head = head * KEY_HEADS / QUERY_HEADS;
  const size_t value_head = head * VALUE_HEADS / QUERY_HEADS;
  const size_t end = (size_t)step[step[STEP_POSITIONS_AT] + row] + 1;
  const size_t begin = out_of_sight(end);
  const size_t first_block = begin / BLOCK_TOKENS;
  const size_t blocks = (end + BLOCK_TOKENS - 1) / BLOCK_TOKENS;
  __global const int* table = step + step[STEP_TABLES_AT]
      + (size_t)step[step[STEP_SEQUENCE_AT] + row] * (size_t)step[STEP_TABLE_STRIDE];
  __global const float* query = q + row * (size_t)qStride + head * KEY_DIM;
  __global float* weights =
      scratch + ((row - get_global_offset(1)) * QUERY_HEADS + head) * (size_t)context;

  float top = -INFINITY;
  for (size_t b = first_block; b < blocks; b++) {
    float16 s[1];
    scores16(query,
        keys + ((size_t)table[b] * KEY_HEADS + key_head) * KEY_PAGE(KEY_DIM), scale, s);
    const size_t first = b * BLOCK_TOKENS;
    s[0] = in_sight(s[0], begin > first ? begin - first : 0, end - first);
    const float highest = max16(s[0]);
    top = highest > top ? highest : top;
    vstore16(s[0], b, weights);
  }
  float total = 0.0f;
  for (size_t b = first_block; b < blocks; b++) {
    const float16 e = exact_exp16(vload16(b, weights) - (float16)(top));
    total = total + sum16(e);
    vstore16(e, b, weights);
  }

  // the largest bit pattern that at least `keep` weights reach
  uint threshold = 0;
  int ties = 0;
  if (end - begin > (size_t)keep) {
    for (int bit = 30; bit >= 0; bit--) {
      const uint wanted = threshold | (1u << bit);
      int16 lower = (int16)(0);
      for (size_t b = first_block; b < blocks; b++) {
        lower += as_uint16(vload16(b, weights)) >= (uint16)(wanted);  // true is -1
      }
      int reached = 0;
      int lanes[16];
      vstore16(lower, 0, lanes);
      for (size_t i = 0; i < 16; i++) {
        reached -= lanes[i];
      }
      if (reached >= keep) {
        threshold = wanted;
      }
    }
    int above = 0;
    for (size_t t = begin; t < end; t++) {
      above += as_uint(weights[t]) > threshold;
    }
    ties = keep - above;
  } else {
    ties = (int)(end - begin);
  }

  float16 acc[VALUE_VECTORS];
  for (size_t i = 0; i < VALUE_VECTORS; i++) {
    acc[i] = (float16)(0.0f);
  }
  for (size_t t = begin; t < end; t++) {
    const uint bits = as_uint(weights[t]);
    bool take = bits > threshold;
    if (bits == threshold && ties > 0) {
      ties--;
      take = true;
    }
    if (take && bits != 0) {
      __global const page_t* page =
          values + (size_t)table[t / BLOCK_TOKENS] * VALUE_PAGE(VALUE_WIDTH, VALUE_HEADS);
      __global const page_t* v = page + t % BLOCK_TOKENS * VALUE_WIDTH + value_head * VALUE_DIM;
#ifdef INT8_PAGES
      const float weight =
          weights[t] * value_scales(page, VALUE_WIDTH, value_head)[t % BLOCK_TOKENS];
#else
      const float weight = weights[t];
#endif
      for (size_t i = 0; i < VALUE_VECTORS; i++) {
        acc[i] = fma((float16)(weight), page16(i, v), acc[i]);
      }
    }
  }
  __global float* to = out + (row * QUERY_HEADS + head) * VALUE_DIM;
  for (size_t i = 0; i < VALUE_VECTORS; i++) {
    store_lanes(acc[i] / (float16)(total), to + i * 16, VALUE_DIM - i * 16);
  }
}
