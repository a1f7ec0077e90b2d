// Activations as 8-bit integers, for integer_linear.cl: in groups of 32 inputs q = round(x / scale)
// with scale = max|x| / 127, ties to even. After numerics.cl
// and norm.cl.
//
// Layouts: q [rows][K padded to whole groups], padded with zeros; groups [rows][K / 32], the scale
// and the sum of the group's integers.
//
// Work split: global id 0 is the row. A row's integers depend on the row alone.

#define GROUP 32

// Below this a group is zero: 127 / max would overflow.
#define SMALLEST 1e-30f

INLINE float2 quantise_group(float16 a, float16 b, __global char* q) {
  const float highest = max16(fmax(fabs(a), fabs(b)));
  const float factor = highest < SMALLEST ? 0.0f : 127.0f / highest;
  // adding 1.5 * 2^23 rounds to an integer, which then stands in the low bits
  const int16 ia = as_int16(a * (float16)(factor) + (float16)(12582912.0f)) - (int16)(0x4B400000);
  const int16 ib = as_int16(b * (float16)(factor) + (float16)(12582912.0f)) - (int16)(0x4B400000);
  vstore16(convert_char16(ia), 0, q);
  vstore16(convert_char16(ib), 1, q);
  const int16 c = ia + ib;
  const int8 d = c.lo + c.hi;
  const int4 e = d.lo + d.hi;
  const int2 f = e.lo + e.hi;
  // 0 for finite x, else NaN: what is not finite must come out as such
  const float wrong = sum16((a + b) * (float16)(0.0f));
  return (float2)((highest < SMALLEST ? 0.0f : highest / 127.0f) + wrong, as_float(f.x + f.y));
}

INLINE float16 load_lanes(__global const float* x, size_t count) {
  if (count >= 16) {
    return vload16(0, x);
  }
  float lanes[16];
  for (size_t i = 0; i < 16; i++) {
    lanes[i] = i < count ? x[i] : 0.0f;
  }
  return vload16(0, lanes);
}

INLINE void quantise_row(
    __global const float* x, size_t K, __global char* q, __global float2* groups) {
  const size_t group_count = (K + GROUP - 1) / GROUP;
  for (size_t g = 0; g < group_count; g++) {
    const size_t left = K - g * GROUP;
    const size_t left_b = left < 16 ? 0 : left - 16;
    const float16 a = load_lanes(x + g * GROUP, left);
    const float16 b = load_lanes(x + g * GROUP + 16, left_b);
    groups[g] = quantise_group(a, b, q + g * GROUP);
  }
}

// The same of norm(x), which has the bits that norm.cl gives.
INLINE void norm_quantise_row(
    __global const float* x, __global const float* weight, float epsilon, size_t K,
    __global char* q, __global float2* groups) {
  const size_t group_count = (K + GROUP - 1) / GROUP;
  const float16 factor = (float16)(norm_factor(x, epsilon, K));
  for (size_t g = 0; g < group_count; g++) {
    const size_t left = K - g * GROUP;
    const size_t left_b = left < 16 ? 0 : left - 16;
    const float16 a =
        load_lanes(x + g * GROUP, left) * factor * load_lanes(weight + g * GROUP, left);
    const float16 b = load_lanes(x + g * GROUP + 16, left_b) * factor
        * load_lanes(weight + g * GROUP + 16, left_b);
    groups[g] = quantise_group(a, b, q + g * GROUP);
  }
}

#ifndef FUNCTIONS_ONLY
KERNEL void quantise(
    __global const float* x, int xStride, int K, __global char* q, __global float2* groups) {
  const size_t row = get_global_id(0);
  const size_t at = row * (((size_t)K + GROUP - 1) / GROUP);
  quantise_row(x + row * (size_t)xStride, (size_t)K, q + at * GROUP, groups + at);
}

KERNEL void norm_quantise(
    __global const float* x, __global const float* weight, float epsilon, int K,
    __global char* q, __global float2* groups) {
  const size_t row = get_global_id(0);
  const size_t at = row * (((size_t)K + GROUP - 1) / GROUP);
  norm_quantise_row(
      x + row * (size_t)K, weight, epsilon, (size_t)K, q + at * GROUP, groups + at);
}
#endif
