// How K and V lie in their pools. After numerics.cl.
//
// K of a block: of each key head [KEY_DIM][16], so that a block's tokens are the lanes that attention
// reads. V of a block: [16][valueHeads * valueDim]. Both f32; with INT8_PAGES signed bytes, of a
// token's head scale * round(x / scale), scale = max|x| / 127, ties to even, and f32 scales behind
// them: of K [16] behind each head, of V [valueHeads][16] behind the block. What a token leaves
// there depends on that token alone.

#ifdef INT8_PAGES
#define page_t char
#define PAGE_SCALES (BLOCK_TOKENS * sizeof(float))  // page_t's that 16 scales take
#else
#define page_t float
#define PAGE_SCALES 0
#endif

// In page_t: K of a block and head; V of a block.
#define KEY_PAGE(dim) ((dim) * BLOCK_TOKENS + PAGE_SCALES)
#define VALUE_PAGE(width, heads) ((width) * BLOCK_TOKENS + (heads) * PAGE_SCALES)

#ifdef INT8_PAGES

INLINE float16 page16(size_t i, __global const char* page) {
  return convert_float16(vload16(i, page));
}

// Of K, behind its head; of V, of a block's head.
INLINE float16 key_scales(__global const char* page, size_t dim) {
  return vload16(0, (__global const float*)(page + dim * BLOCK_TOKENS));
}

INLINE __global const float* value_scales(__global const char* page, size_t width, size_t head) {
  return (__global const float*)(page + width * BLOCK_TOKENS) + head * BLOCK_TOKENS;
}

// Below this a head is zero: 127 / max would overflow.
#define SMALLEST_HEAD 1e-30f

INLINE float byte_factor(float highest) {
  return highest < SMALLEST_HEAD ? 0.0f : 127.0f / highest;
}

// `wrong`: 0 for finite x, else NaN: what is not finite must come out as such.
INLINE float byte_scale(float highest, float wrong) {
  return (highest < SMALLEST_HEAD ? 0.0f : highest / 127.0f) + wrong;
}

INLINE char to_byte(float x, float factor) {
  // adding 1.5 * 2^23 rounds to an integer, which then stands in the low bits
  return (char)(as_int(x * factor + 12582912.0f) - 0x4B400000);
}

#else

INLINE float16 page16(size_t i, __global const float* page) {
  return vload16(i, page);
}

#endif
