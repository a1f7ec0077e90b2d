// What every portable kernel shares; put in front of each of the other files.
//
// EXACT numerics: every operation is an IEEE f32 operation written out here, in an order that
// depends on shapes and positions alone. No contraction, no relaxed-math options, no library
// exp; so the same row has the same bits whatever else is in the step and whichever kernel
// variant ran it.
//
// FAST numerics (FAST): the compiler may contract and reorder. Nothing here relies on that it does
// not: rounding to integers goes through their bits.
//
// Work split: a work-item is a whole tile and holds its lanes in float16 vectors; no local
// memory, no barriers. WORK_GROUP_OF_ONE (CPUs) tells the compiler that there is no work-item
// loop to make.

#ifdef FAST
#pragma OPENCL FP_CONTRACT ON
#else
#pragma OPENCL FP_CONTRACT OFF
#endif

#ifdef WORK_GROUP_OF_ONE
#define KERNEL __kernel __attribute__((reqd_work_group_size(1, 1, 1)))
#else
#define KERNEL __kernel
#endif

// Called functions would keep their callers' vectors in memory instead of registers.
#define INLINE inline __attribute__((always_inline))

// FUNCTIONS_ONLY leaves out the kernels of a file, for one that calls its functions.

// The step buffer, ints: a header, then what the header points at. See StepBuffer.java.
#define STEP_ROWS 0          // rows in the step
#define STEP_LOGITS_ROWS 1   // rows that give logits
#define STEP_TOKENS_AT 2     // token ids [rows]
#define STEP_POSITIONS_AT 3  // positions [rows]
#define STEP_SEQUENCE_AT 4   // sequence of each row [rows]
#define STEP_LOGITS_AT 5     // row indexes [logits rows]
#define STEP_TABLES_AT 6     // block ids [sequences][table stride]
#define STEP_TABLE_STRIDE 7

#define BLOCK_TOKENS 16

// exp(x) by the polynomial of Cephes' expf; relative error below 2e-7. exp(0) is 1 exactly,
// below -87.33 it is 0, above 88.37 it is infinite, NaN stays NaN.
#define DEFINE_EXP(NAME, FLOATS, INTS, AS_FLOATS, TO_FLOATS)                          \
  INLINE FLOATS NAME(FLOATS x) {                                                      \
    FLOATS y = x > (FLOATS)(88.3762626647949f) ? (FLOATS)(88.3762626647949f) : x;     \
    y = y < (FLOATS)(-87.33f) ? (FLOATS)(-87.33f) : y;                                \
    /* adding 1.5 * 2^23 rounds to an integer, which then stands in the low bits */   \
    FLOATS shifted = fma(y, (FLOATS)(1.44269504088896341f), (FLOATS)(12582912.0f));   \
    INTS whole = AS_INTS_##FLOATS(shifted) - (INTS)(0x4B400000);                      \
    FLOATS n = TO_FLOATS(whole);                                                      \
    FLOATS r = fma(n, (FLOATS)(-0.693359375f), y);                                    \
    r = fma(n, (FLOATS)(2.12194440e-4f), r);                                          \
    FLOATS p = (FLOATS)(1.9875691500e-4f);                                            \
    p = fma(p, r, (FLOATS)(1.3981999507e-3f));                                        \
    p = fma(p, r, (FLOATS)(8.3334519073e-3f));                                        \
    p = fma(p, r, (FLOATS)(4.1665795894e-2f));                                        \
    p = fma(p, r, (FLOATS)(1.6666665459e-1f));                                        \
    p = fma(p, r, (FLOATS)(5.0000001201e-1f));                                        \
    p = fma(p, r * r, r) + (FLOATS)(1.0f);                                            \
    INTS e = (whole + (INTS)(127)) << 23;                                             \
    p = p * AS_FLOATS(e);                                                             \
    p = x > (FLOATS)(88.3762626647949f) ? (FLOATS)(INFINITY) : p;                     \
    return x < (FLOATS)(-87.33f) ? (FLOATS)(0.0f) : p;                                \
  }
#define AS_INTS_float as_int
#define AS_INTS_float16 as_int16
DEFINE_EXP(exact_exp, float, int, as_float, convert_float)
DEFINE_EXP(exact_exp16, float16, int16, as_float16, convert_float16)

INLINE float sum16(float16 v) {
  float8 a = v.lo + v.hi;
  float4 b = a.lo + a.hi;
  float2 c = b.lo + b.hi;
  return c.lo + c.hi;
}

INLINE float max16(float16 v) {
  float8 a = v.lo > v.hi ? v.lo : v.hi;
  float4 b = a.lo > a.hi ? a.lo : a.hi;
  float2 c = b.lo > b.hi ? b.lo : b.hi;
  return c.lo > c.hi ? c.lo : c.hi;
}

// Stores the first `count` lanes (1 to 16; more: all 16).
INLINE void store_lanes(float16 v, __global float* to, size_t count) {
  if (count >= 16) {
    vstore16(v, 0, to);
    return;
  }
  float lanes[16];
  vstore16(v, 0, lanes);
  for (size_t i = 0; i < count; i++) {
    to[i] = lanes[i];
  }
}

// Adds the first `count` lanes (1 to 16; more: all 16).
INLINE void add_lanes(float16 v, __global float* to, size_t count) {
  if (count >= 16) {
    vstore16(vload16(0, to) + v, 0, to);
    return;
  }
  float lanes[16];
  vstore16(v, 0, lanes);
  for (size_t i = 0; i < count; i++) {
    to[i] = to[i] + lanes[i];
  }
}
