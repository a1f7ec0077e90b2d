// How a weight lies and is read; in front of linear.cl and embed.cl. WEIGHTS is one of
// F32, F16, BF16, INT8, INT4, and of INT8_QUADS, INT4_QUADS, which ../cpu/integer_linear.cl multiplies.
//
// A matrix [N, K] is packed in panels of 32 outputs, N padded with zeros: [N/32][K][32], so that
// one step of k is one contiguous row of 32 lanes. INT4 holds lane j in the low and lane j + 16
// in the high nibble of byte j, two's complement. Scales (INT8, INT4): [N/32][ceil(K/group)][32].

#define F32 1
#define BF16 2
#define INT8 3
#define INT4 4
#define INT8_QUADS 5
#define INT4_QUADS 6
#define F16 7

#define PANEL 32

#if WEIGHTS == F32
typedef float weight_t;
#define PANEL_ROW 32
INLINE void read_panel_row(__global const weight_t* w, float16* a, float16* b) {
  *a = vload16(0, w);
  *b = vload16(1, w);
}
INLINE float read_weight(__global const weight_t* w, size_t k, size_t lane) {
  return w[k * PANEL_ROW + lane];
}

#elif WEIGHTS == BF16
typedef ushort weight_t;
#define PANEL_ROW 32
INLINE void read_panel_row(__global const weight_t* w, float16* a, float16* b) {
  *a = as_float16(convert_uint16(vload16(0, w)) << 16);
  *b = as_float16(convert_uint16(vload16(1, w)) << 16);
}
INLINE float read_weight(__global const weight_t* w, size_t k, size_t lane) {
  return as_float((uint)w[k * PANEL_ROW + lane] << 16);
}

#elif WEIGHTS == F16
typedef ushort weight_t;
#define PANEL_ROW 32
INLINE void read_panel_row(__global const weight_t* w, float16* a, float16* b) {
  *a = vload_half16(0, (__global const half*)w);
  *b = vload_half16(1, (__global const half*)w);
}
INLINE float read_weight(__global const weight_t* w, size_t k, size_t lane) {
  return vload_half(k * PANEL_ROW + lane, (__global const half*)w);
}

#elif WEIGHTS == INT8
#define QUANTISED
typedef char weight_t;
#define PANEL_ROW 32
INLINE void read_panel_row(__global const weight_t* w, float16* a, float16* b) {
  *a = convert_float16(convert_int16(vload16(0, w)));
  *b = convert_float16(convert_int16(vload16(1, w)));
}
INLINE float read_weight(__global const weight_t* w, size_t k, size_t lane) {
  return (float)w[k * PANEL_ROW + lane];
}

#elif WEIGHTS == INT4
#define QUANTISED
typedef char weight_t;
#define PANEL_ROW 16
INLINE void read_panel_row(__global const weight_t* w, float16* a, float16* b) {
  int16 both = convert_int16(vload16(0, w));
  *a = convert_float16((both << 28) >> 28);
  *b = convert_float16(both >> 4);
}
INLINE float read_weight(__global const weight_t* w, size_t k, size_t lane) {
  int both = w[k * PANEL_ROW + lane % 16];
  return (float)(lane < 16 ? (both << 28) >> 28 : both >> 4);
}

#elif WEIGHTS == INT8_QUADS
#define QUANTISED
#define QUADS
typedef uchar weight_t;
#define PANEL_ROW 32
INLINE float read_weight(__global const weight_t* w, size_t k, size_t lane) {
  return (float)((int)w[k / 4 * 128 + lane * 4 + k % 4] - 128);
}

#elif WEIGHTS == INT4_QUADS
#define QUANTISED
#define QUADS
typedef uchar weight_t;
#define PANEL_ROW 16
INLINE float read_weight(__global const weight_t* w, size_t k, size_t lane) {
  int both = w[k / 8 * 128 + lane * 4 + k % 4];
  return (float)((k / 4 % 2 == 0 ? both & 15 : both >> 4) - 8);
}
#endif

// Scales of 16 neighbouring lanes, and of one. HALF_SCALES: f16, which loses nothing where it is used.
#ifdef HALF_SCALES
typedef ushort scale_t;
INLINE float16 read_scales16(__global const scale_t* s) {
  float16 wide;
  __asm__("vcvtph2ps %1, %0" : "=v"(wide) : "v"(vload16(0, s)));
  return wide;
}
INLINE float read_scale(__global const scale_t* s) {
  return vload_half(0, (__global const half*)s);
}
#else
typedef float scale_t;
INLINE float16 read_scales16(__global const scale_t* s) { return vload16(0, s); }
INLINE float read_scale(__global const scale_t* s) { return *s; }
#endif

// Values of one panel of K inputs.
INLINE size_t panel_size(size_t K) {
#ifdef QUADS
  return (K + 31) / 32 * 32 * PANEL_ROW;
#else
  return K * PANEL_ROW;
#endif
}
