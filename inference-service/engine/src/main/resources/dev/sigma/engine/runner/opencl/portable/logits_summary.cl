// What turns logits into log-probabilities: of each row the largest logit and the sum of
// exp(logit - largest). The sum is NaN where a logit is not finite. After numerics.cl.
//
// Layouts: logits [rows][vocabulary]; summaries [rows].
//
// Work split: global id 0 is the row. Order: 16 lanes over ascending ids, a tree over the lanes,
// then the tail one by one.

KERNEL void logits_summary(
    __global const float* logits, int vocabulary, __global float2* summaries) {
  const size_t row = get_global_id(0);
  const size_t count = (size_t)vocabulary;
  const size_t whole = count / 16;
  __global const float* x = logits + row * count;
  float16 highest = (float16)(-INFINITY);
  float16 wrong = (float16)(0.0f);
  for (size_t i = 0; i < whole; i++) {
    const float16 v = vload16(i, x);
    highest = v > highest ? v : highest;
    wrong = fma(v, (float16)(0.0f), wrong);
  }
  float top = max16(highest);
  float bad = sum16(wrong);
  for (size_t i = whole * 16; i < count; i++) {
    top = x[i] > top ? x[i] : top;
    bad = fma(x[i], 0.0f, bad);
  }
  float16 lanes = (float16)(0.0f);
  for (size_t i = 0; i < whole; i++) {
    lanes = lanes + exact_exp16(vload16(i, x) - (float16)(top));
  }
  float sum = sum16(lanes);
  for (size_t i = whole * 16; i < count; i++) {
    sum = sum + exact_exp(x[i] - top);
  }
  summaries[row] = (float2)(top, sum + bad);
}
