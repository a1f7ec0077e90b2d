// How a weight lies and is read; in front of linear.cl and embed.cl. WEIGHTS is one of
// F32, BF16, INT8, INT4.
//
// A matrix [N, K] is packed in panels of 32 outputs, N padded with zeros: [N/32][K][32], so that
// one step of k is one contiguous row of 32 lanes. INT4 holds lane j in the low and lane j + 16
// in the high nibble of byte j, two's complement. Scales (INT8, INT4): [N/32][ceil(K/group)][32].

#define F32 1
#define BF16 2
#define INT8 3
#define INT4 4

#define PANEL 32

#if WEIGHTS == F32
typedef float weight_t;
#define PANEL_ROW 32
inline void read_panel_row(__global const weight_t* w, float16* a, float16* b) {
  *a = vload16(0, w);
  *b = vload16(1, w);
}
inline float read_lane(__global const weight_t* w, size_t lane) { return w[lane]; }

#elif WEIGHTS == BF16
typedef ushort weight_t;
#define PANEL_ROW 32
inline void read_panel_row(__global const weight_t* w, float16* a, float16* b) {
  *a = as_float16(convert_uint16(vload16(0, w)) << 16);
  *b = as_float16(convert_uint16(vload16(1, w)) << 16);
}
inline float read_lane(__global const weight_t* w, size_t lane) {
  return as_float((uint)w[lane] << 16);
}

#elif WEIGHTS == INT8
#define QUANTISED
typedef char weight_t;
#define PANEL_ROW 32
inline void read_panel_row(__global const weight_t* w, float16* a, float16* b) {
  *a = convert_float16(convert_int16(vload16(0, w)));
  *b = convert_float16(convert_int16(vload16(1, w)));
}
inline float read_lane(__global const weight_t* w, size_t lane) { return (float)w[lane]; }

#elif WEIGHTS == INT4
#define QUANTISED
typedef char weight_t;
#define PANEL_ROW 16
inline void read_panel_row(__global const weight_t* w, float16* a, float16* b) {
  int16 both = convert_int16(vload16(0, w));
  *a = convert_float16((both << 28) >> 28);
  *b = convert_float16(both >> 4);
}
inline float read_lane(__global const weight_t* w, size_t lane) {
  int both = w[lane % 16];
  return (float)(lane < 16 ? (both << 28) >> 28 : both >> 4);
}
#endif
