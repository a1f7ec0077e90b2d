// acc[i] += the sum over j of w[i].byte[j] * x.byte[j] for 16 lanes i of four bytes each: w
// unsigned, x signed. One instruction of AVX-512 VNNI, which OpenCL C has no name for and PoCL
// does not choose by itself.
INLINE int16 dot4(int16 acc, int16 w, int x) {
  __asm__("vpdpbusd %2, %1, %0" : "+v"(acc) : "v"(w), "v"((int16)(x)));
  return acc;
}
