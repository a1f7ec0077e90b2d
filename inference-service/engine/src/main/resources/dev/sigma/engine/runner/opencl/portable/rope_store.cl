// Turns queries and keys by their position (half-split pairs, as in Llama's Hugging Face form)
// and puts keys and values into their block. After numerics.cl and norm.cl. Built per model: with
// BIASED the products get their bias first, with HEAD_NORMS each head of q and k is then normed.
//
// Layouts: q [rows][qStride], turned in place; kv [rows][kvStride] with keys from kAt and values
// from vAt; cosines and sines [position][keyDim / 2]. K pool of the layer
// [blocks][keyHeads][keyDim][16]: a block's tokens are the lanes that attention reads. V pool
// [blocks][16][valueHeads * valueDim]. Biases [vAt + valueWidth], as q, k and v lie in a row of kv;
// head norms [query's, key's][keyDim]; both are applied in place.
//
// Work split: global id 0 is the row.

INLINE void add_biases(__global float* qkv, __global const float* biases, size_t width) {
  for (size_t i = 0; i < width; i++) {
    qkv[i] = qkv[i] + biases[i];
  }
}

INLINE void norm_heads(
    __global float* x, int heads, __global const float* weight, float epsilon, size_t dim) {
  for (size_t h = 0; h < (size_t)heads; h++) {
    norm_row(x + h * dim, weight, epsilon, dim, x + h * dim);
  }
}

INLINE void rope_store_row(
    __global const int* step,
    __global float* q,
    int qStride,
    __global const float* kv,
    int kvStride,
    int kAt,
    int vAt,
    __global const float* cosines,
    __global const float* sines,
    int queryHeads,
    int keyHeads,
    int keyDim,
    int valueWidth,
    __global float* keys,
    __global float* values,
    size_t row) {
  const size_t position = (size_t)step[step[STEP_POSITIONS_AT] + row];
  const size_t sequence = (size_t)step[step[STEP_SEQUENCE_AT] + row];
  __global const int* table =
      step + step[STEP_TABLES_AT] + sequence * (size_t)step[STEP_TABLE_STRIDE];
  const size_t block = (size_t)table[position / BLOCK_TOKENS];
  const size_t slot = position % BLOCK_TOKENS;
  const size_t half_dim = (size_t)keyDim / 2;
  __global const float* cosine = cosines + position * half_dim;
  __global const float* sine = sines + position * half_dim;

  for (size_t h = 0; h < (size_t)queryHeads; h++) {
    __global float* x = q + row * (size_t)qStride + h * (size_t)keyDim;
    for (size_t i = 0; i < half_dim; i++) {
      const float a = x[i];
      const float b = x[half_dim + i];
      x[i] = a * cosine[i] - b * sine[i];
      x[half_dim + i] = b * cosine[i] + a * sine[i];
    }
  }
  for (size_t h = 0; h < (size_t)keyHeads; h++) {
    __global const float* x = kv + row * (size_t)kvStride + (size_t)kAt + h * (size_t)keyDim;
    __global float* to =
        keys + (block * (size_t)keyHeads + h) * (size_t)keyDim * BLOCK_TOKENS + slot;
    for (size_t i = 0; i < half_dim; i++) {
      const float a = x[i];
      const float b = x[half_dim + i];
      to[i * BLOCK_TOKENS] = a * cosine[i] - b * sine[i];
      to[(half_dim + i) * BLOCK_TOKENS] = b * cosine[i] + a * sine[i];
    }
  }
  __global const float* v = kv + row * (size_t)kvStride + (size_t)vAt;
  __global float* to = values + (block * BLOCK_TOKENS + slot) * (size_t)valueWidth;
  for (size_t i = 0; i < (size_t)valueWidth; i++) {
    to[i] = v[i];
  }
}

#ifndef FUNCTIONS_ONLY
KERNEL void rope_store(
    __global const int* step,
    __global float* q,
    int qStride,
    __global float* kv,
    int kvStride,
    int kAt,
    int vAt,
    __global const float* cosines,
    __global const float* sines,
    int queryHeads,
    int keyHeads,
    int keyDim,
    int valueWidth,
    __global float* keys,
    __global float* values
#ifdef BIASED
    , __global const float* biases
#endif
#ifdef HEAD_NORMS
    , __global const float* head_norms,
    float epsilon
#endif
) {
  const size_t row = get_global_id(0);
#if defined(BIASED) || defined(HEAD_NORMS)
  __global float* qkv = kv + row * (size_t)kvStride;
#endif
#ifdef BIASED
  add_biases(qkv, biases, (size_t)vAt + (size_t)valueWidth);
#endif
#ifdef HEAD_NORMS
  norm_heads(q + row * (size_t)qStride, queryHeads, head_norms, epsilon, (size_t)keyDim);
  norm_heads(qkv + kAt, keyHeads, head_norms + keyDim, epsilon, (size_t)keyDim);
#endif
  rope_store_row(step, q, qStride, kv, kvStride, kAt, vAt, cosines, sines, queryHeads, keyHeads,
      keyDim, valueWidth, keys, values, row);
}
#endif
