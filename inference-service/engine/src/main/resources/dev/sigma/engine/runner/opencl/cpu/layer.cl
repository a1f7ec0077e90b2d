// A whole decoder layer for the few rows of a decode step, in one launch of one work-group a core.
// After numerics.cl, pages.cl, weights.cl, norm.cl, epilogue.cl, rope_store.cl, attention.cl, dot.cl,
// quantise.cl, integer_linear.cl (built for these ROWS) and meeting.cl.
//
// The same functions as the kernels that are launched one by one, so the same bits. Built per
// model: HIDDEN, FEED_FORWARD, and AUGMENTED, the inner width of augmented Q or 0.
//
// Work split: panels, rows or heads are dealt to whoever comes. Few rows are rounded by each
// work-group for itself, which costs less than to meet once more: `q` and `groups` have room for
// ROWS rows of WIDEST inputs a work-group. With SHARED_ROUNDING the rows are dealt too, and there
// is room for all of them once.

#define Q_WIDTH (QUERY_HEADS * KEY_DIM)
#define K_WIDTH (KEY_HEADS * KEY_DIM)
#define V_WIDTH (VALUE_HEADS * VALUE_DIM)
#define QKV_WIDTH (Q_WIDTH + K_WIDTH + V_WIDTH)
#define OUT_WIDTH (QUERY_HEADS * VALUE_DIM)
#define GROUPS_OF(inputs) (((inputs) + GROUP - 1) / GROUP)
#define PANELS_A_PIECE 2

#if AUGMENTED
#define PRODUCTS 6
#define QUERY_STRIDE Q_WIDTH
#else
#define PRODUCTS 4
#define QUERY_STRIDE QKV_WIDTH
#endif

#define MEET \
  if (!meet(meeting, phase++, LAST_PHASE)) return

#ifdef SHARED_ROUNDING
#define LAST_PHASE (2 * PRODUCTS + 1)
#define ROUND_ROWS(r) \
  for (size_t r = take(meeting, phase, 1); r < rows; r = take(meeting, phase, 1))
#define ROUNDED MEET
#else
#define LAST_PHASE (PRODUCTS + 1)
#define ROUND_ROWS(r) for (size_t r = 0; r < rows; r++)
#define ROUNDED
#endif

// y = W times the rounded rows, of which this work-group does its share. Not inlined: it is called
// a few times, and compiling it as often takes seconds.
__attribute__((noinline)) void product(
    __global int* meeting,
    int phase,
    size_t rows,
    __global const char* q,
    __global const float2* groups,
    __global const uchar* weights,
    __global const scale_t* scales,
    int scaleGroups,
    size_t K,
    size_t panels,
    __global float* y,
    size_t N,
    int epilogue) {
  const size_t group_count = GROUPS_OF(K);
  const size_t per_scale = (size_t)scaleGroups;
  const size_t scales_a_panel = (group_count + per_scale - 1) / per_scale * PANEL;
  for (;;) {
    const size_t first = take(meeting, phase, PANELS_A_PIECE);
    if (first >= panels) {
      return;
    }
    const size_t end = first + PANELS_A_PIECE < panels ? first + PANELS_A_PIECE : panels;
    for (size_t panel = first; panel < end; panel++) {
      for (size_t row0 = 0; row0 < rows; row0 += ROWS) {
        integer_tile(row0, rows, panel, q, groups,
            (__global const int16*)weights + panel * group_count * VECTORS_A_GROUP,
            scales + panel * scales_a_panel, per_scale, group_count, y, N, N, epilogue);
      }
    }
  }
}

// Row r of x, rounded.
INLINE void quantise_at(
    __global const float* x, size_t stride, size_t K, size_t r, __global char* q,
    __global float2* groups) {
  const size_t at = r * GROUPS_OF(K);
  quantise_row(x + r * stride, K, q + at * GROUP, groups + at);
}

// Row r of the residual stream, normed and rounded.
INLINE void norm_quantise_at(
    __global const float* x, __global const float* weight, float epsilon, size_t r,
    __global char* q, __global float2* groups) {
  const size_t at = r * GROUPS_OF(HIDDEN);
  norm_quantise_row(x + r * HIDDEN, weight, epsilon, HIDDEN, q + at * GROUP, groups + at);
}

KERNEL void layer(
    __global const int* step,
    __global int* meeting,
    __global char* all_q,
    __global float2* all_groups,
    __global float* x,
    float epsilon,
    __global const float* attention_norm,
    __global const uchar* qkv_weights,
    __global const scale_t* qkv_scales,
    int qkv_scale_groups,
    __global float* qkv,
#if AUGMENTED
    __global const uchar* augmented_weights,
    __global const scale_t* augmented_scales,
    int augmented_scale_groups,
    __global float* augmented_inner,
    __global const uchar* augmented_down_weights,
    __global const scale_t* augmented_down_scales,
    int augmented_down_scale_groups,
    __global float* query,
#endif
    __global const float* cosines,
    __global const float* sines,
    __global page_t* keys,
    __global page_t* values,
    float scale,
    __global float* attended,
    __global const uchar* output_weights,
    __global const scale_t* output_scales,
    int output_scale_groups,
    __global const float* feed_forward_norm,
    __global const uchar* gate_up_weights,
    __global const scale_t* gate_up_scales,
    int gate_up_scale_groups,
    __global float* inner,
    __global const uchar* down_weights,
    __global const scale_t* down_scales,
    int down_scale_groups) {
  if (now(meeting + MEETING_FAILED) != 0) {
    return;
  }
  const size_t rows = (size_t)step[STEP_ROWS];
#ifdef SHARED_ROUNDING
  __global char* q = all_q;
  __global float2* groups = all_groups;
#else
  __global char* q = all_q + get_group_id(0) * ROWS * WIDEST;
  __global float2* groups = all_groups + get_group_id(0) * ROWS * (WIDEST / GROUP);
#endif
  int phase = 0;

  ROUND_ROWS(r) {
    norm_quantise_at(x, attention_norm, epsilon, r, q, groups);
  }
  ROUNDED;
  product(meeting, phase, rows, q, groups, qkv_weights, qkv_scales, qkv_scale_groups, HIDDEN,
      (QKV_WIDTH + PANEL - 1) / PANEL, qkv, QKV_WIDTH, STORE);
  MEET;

#if AUGMENTED
  ROUND_ROWS(r) {
    quantise_at(qkv, QKV_WIDTH, Q_WIDTH, r, q, groups);
  }
  ROUNDED;
  product(meeting, phase, rows, q, groups, augmented_weights, augmented_scales,
      augmented_scale_groups, Q_WIDTH, (AUGMENTED + PANEL / 2 - 1) / (PANEL / 2), augmented_inner,
      AUGMENTED, SILU_GATE);
  MEET;
  ROUND_ROWS(r) {
    quantise_at(augmented_inner, AUGMENTED, AUGMENTED, r, q, groups);
  }
  ROUNDED;
  product(meeting, phase, rows, q, groups, augmented_down_weights, augmented_down_scales,
      augmented_down_scale_groups, AUGMENTED, (Q_WIDTH + PANEL - 1) / PANEL, query, Q_WIDTH,
      STORE);
  MEET;
#else
  __global float* query = qkv;
#endif

  for (size_t row = take(meeting, phase, 1); row < rows; row = take(meeting, phase, 1)) {
    rope_store_row(step, query, QUERY_STRIDE, qkv, QKV_WIDTH, Q_WIDTH, Q_WIDTH + K_WIDTH, cosines,
        sines, QUERY_HEADS, KEY_HEADS, KEY_DIM, V_WIDTH, keys, values, row);
  }
  MEET;

  const size_t items = QUERY_HEADS / HEADS;
  for (size_t i = take(meeting, phase, 1); i < rows * items; i = take(meeting, phase, 1)) {
    attention_heads(step, query, QUERY_STRIDE, keys, values, scale, attended, i / rows * HEADS,
        i % rows);
  }
  MEET;

  ROUND_ROWS(r) {
    quantise_at(attended, OUT_WIDTH, OUT_WIDTH, r, q, groups);
  }
  ROUNDED;
  product(meeting, phase, rows, q, groups, output_weights, output_scales, output_scale_groups,
      OUT_WIDTH, (HIDDEN + PANEL - 1) / PANEL, x, HIDDEN, ADD);
  MEET;

  ROUND_ROWS(r) {
    norm_quantise_at(x, feed_forward_norm, epsilon, r, q, groups);
  }
  ROUNDED;
  product(meeting, phase, rows, q, groups, gate_up_weights, gate_up_scales, gate_up_scale_groups,
      HIDDEN, (FEED_FORWARD + PANEL / 2 - 1) / (PANEL / 2), inner, FEED_FORWARD, SILU_GATE);
  MEET;

  ROUND_ROWS(r) {
    quantise_at(inner, FEED_FORWARD, FEED_FORWARD, r, q, groups);
  }
  ROUNDED;
  product(meeting, phase, rows, q, groups, down_weights, down_scales, down_scale_groups,
      FEED_FORWARD, (HIDDEN + PANEL - 1) / PANEL, x, HIDDEN, ADD);
}
