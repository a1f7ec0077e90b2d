// Embedding rows of the step's tokens, x[row][k], from the packed matrix (see weights.cl), which
// a tied output projection shares. After numerics.cl and weights.cl.
//
// Work split: global id 0 is the row.

KERNEL void embed(
    __global const int* step,
    __global const weight_t* weights,
    __global const scale_t* scales,
    int group,
    int K,
    __global float* x) {
  const size_t row = get_global_id(0);
  const size_t token = (size_t)step[step[STEP_TOKENS_AT] + row];
  const size_t panel = token / PANEL;
  const size_t lane = token % PANEL;
  const size_t k_count = (size_t)K;
  __global const weight_t* w = weights + panel * panel_size(k_count);
#ifdef QUANTISED
  const size_t group_size = (size_t)group;
  __global const scale_t* s =
      scales + panel * ((k_count + group_size - 1) / group_size) * PANEL + lane;
#endif
  for (size_t k = 0; k < k_count; k++) {
    float value = read_weight(w, k, lane);
#ifdef QUANTISED
    value = value * read_scale(s + k / group_size * PANEL);
#endif
    x[row * k_count + k] = value;
  }
}
