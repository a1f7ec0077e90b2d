// Turns queries and keys by their position (half-split pairs, as in Llama's Hugging Face form)
// and puts keys and values into their block. After numerics.cl, pages.cl and norm.cl. Built per
// model: with BIASED the products get their bias first, with HEAD_NORMS each head of q and k is then
// normed; INT8_PAGES needs VALUE_DIM.
//
// Layouts: q [rows][qStride], turned in place; kv [rows][kvStride] with keys from kAt and values
// from vAt; cosines and sines [position][keyDim / 2]; pools as in pages.cl. Biases [vAt + valueWidth], as q, k and v lie in a row of kv;
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

// The two elements of a half-split pair, turned.
#define TURNED(x, i) (x[i] * cosine[i] - x[half_dim + (i)] * sine[i])
#define TURNED_HALF(x, i) (x[half_dim + (i)] * cosine[i] + x[i] * sine[i])

// A key head into its slot, turned.
INLINE void store_key(
    __global const float* x,
    __global const float* cosine,
    __global const float* sine,
    size_t half_dim,
    size_t slot,
    __global page_t* page) {
  __global page_t* to = page + slot;
#ifdef INT8_PAGES
  float highest = 0.0f;
  float wrong = 0.0f;
  for (size_t i = 0; i < half_dim; i++) {
    const float a = TURNED(x, i);
    const float b = TURNED_HALF(x, i);
    highest = fmax(highest, fmax(fabs(a), fabs(b)));
    wrong += (a + b) * 0.0f;
  }
  const float factor = byte_factor(highest);
  ((__global float*)(page + 2 * half_dim * BLOCK_TOKENS))[slot] = byte_scale(highest, wrong);
#define KEPT(x) to_byte(x, factor)
#else
#define KEPT(x) (x)
#endif
  for (size_t i = 0; i < half_dim; i++) {
    to[i * BLOCK_TOKENS] = KEPT(TURNED(x, i));
    to[(half_dim + i) * BLOCK_TOKENS] = KEPT(TURNED_HALF(x, i));
  }
#undef KEPT
}

// A token's values into their slot.
INLINE void store_values(
    __global const float* x, size_t width, size_t slot, __global page_t* page) {
  __global page_t* to = page + slot * width;
#ifdef INT8_PAGES
  __global float* scales = (__global float*)(page + width * BLOCK_TOKENS) + slot;
  for (size_t h = 0; h < width / VALUE_DIM; h++) {
    __global const float* head = x + h * VALUE_DIM;
    float highest = 0.0f;
    float wrong = 0.0f;
    for (size_t i = 0; i < VALUE_DIM; i++) {
      highest = fmax(highest, fabs(head[i]));
      wrong += head[i] * 0.0f;
    }
    const float factor = byte_factor(highest);
    scales[h * BLOCK_TOKENS] = byte_scale(highest, wrong);
    for (size_t i = 0; i < VALUE_DIM; i++) {
      to[h * VALUE_DIM + i] = to_byte(head[i], factor);
    }
  }
#else
  for (size_t i = 0; i < width; i++) {
    to[i] = x[i];
  }
#endif
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
    __global page_t* keys,
    __global page_t* values,
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
      const float turned = TURNED(x, i);
      x[half_dim + i] = TURNED_HALF(x, i);
      x[i] = turned;
    }
  }
  for (size_t h = 0; h < (size_t)keyHeads; h++) {
    store_key(kv + row * (size_t)kvStride + (size_t)kAt + h * (size_t)keyDim, cosine, sine, half_dim,
        slot, keys + (block * (size_t)keyHeads + h) * KEY_PAGE((size_t)keyDim));
  }
#ifdef INT8_PAGES
  const size_t value_heads = (size_t)valueWidth / VALUE_DIM;
#else
  const size_t value_heads = 0;  // f32 has no scales
#endif
  store_values(kv + row * (size_t)kvStride + (size_t)vAt, (size_t)valueWidth, slot,
      values + block * VALUE_PAGE((size_t)valueWidth, value_heads));
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
    __global page_t* keys,
    __global page_t* values
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
