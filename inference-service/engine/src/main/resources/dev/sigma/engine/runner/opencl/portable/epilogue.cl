// What becomes of the sums of a panel: the end of linear.cl and ../cpu/integer_linear.cl. After
// numerics.cl and weights.cl.

#define STORE 0      // y[row][column] = acc
#define ADD 1        // y[row][column] += acc: the residual stream
#define SILU_GATE 2  // lanes 0-15 gate, 16-31 up: y[row][panel * 16 + j] = silu(gate) * up

// a, b: the panel's 32 lanes for one row; y: the row, of which N columns are written.
INLINE void write_tile(
    float16 a, float16 b, __global float* y, size_t panel, size_t N, int epilogue) {
  const size_t column = panel * (epilogue == SILU_GATE ? 16 : PANEL);
  const size_t left = N - column;
  __global float* to = y + column;
  if (epilogue == SILU_GATE) {
    const float16 silu = a / ((float16)(1.0f) + exact_exp16(-a));
    store_lanes(silu * b, to, left);
    return;
  }
  if (epilogue == ADD) {
    add_lanes(a, to, left);
    if (left > 16) {
      add_lanes(b, to + 16, left - 16);
    }
  } else {
    store_lanes(a, to, left);
    if (left > 16) {
      store_lanes(b, to + 16, left - 16);
    }
  }
}
