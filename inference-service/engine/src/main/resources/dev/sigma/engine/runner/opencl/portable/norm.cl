// RMSNorm: y = x / sqrt(mean(x^2) + epsilon) * weight. After numerics.cl.
//
// Work split: global id 0 is the row. Order: 16 lanes over ascending k, a tree over the lanes,
// then the tail one by one.

INLINE float norm_factor(__global const float* x, float epsilon, size_t K) {
  float16 lanes = (float16)(0.0f);
  const size_t whole = K / 16;
  for (size_t i = 0; i < whole; i++) {
    const float16 v = vload16(i, x);
    lanes = fma(v, v, lanes);
  }
  float sum = sum16(lanes);
  for (size_t k = whole * 16; k < K; k++) {
    sum = fma(x[k], x[k], sum);
  }
  return 1.0f / sqrt(sum / (float)K + epsilon);
}

INLINE void norm_row(
    __global const float* x, __global const float* weight, float epsilon, size_t K,
    __global float* y) {
  const float factor = norm_factor(x, epsilon, K);
  const size_t whole = K / 16;
  for (size_t i = 0; i < whole; i++) {
    vstore16(vload16(i, x) * (float16)(factor) * vload16(i, weight), i, y);
  }
  for (size_t k = whole * 16; k < K; k++) {
    y[k] = x[k] * factor * weight[k];
  }
}

#ifndef FUNCTIONS_ONLY
KERNEL void norm(
    __global const float* x, __global const float* weight, float epsilon, int K,
    __global float* y) {
  const size_t row = get_global_id(0);
  norm_row(x + row * (size_t)K, weight, epsilon, (size_t)K, y + row * (size_t)K);
}

// The same for the rows that give logits, packed: y[i] = norm(x[logits row i]).
KERNEL void norm_logits_rows(
    __global const int* step, __global const float* x, __global const float* weight,
    float epsilon, int K, __global float* y) {
  const size_t i = get_global_id(0);
  const size_t row = (size_t)step[step[STEP_LOGITS_AT] + i];
  norm_row(x + row * (size_t)K, weight, epsilon, (size_t)K, y + i * (size_t)K);
}
#endif
