// Causal attention over paged K/V with separate key and value heads (DiffQKV; GQA and MHA are
// special cases). After numerics.cl and pages.cl. Built per model: QUERY_HEADS, KEY_HEADS, VALUE_HEADS,
// KEY_DIM, VALUE_DIM; HEADS, the query heads of one work-item, all of which share a key head, so
// that K is read once for them; VALUE_SHARE, neighbours among these that share a value head. With a
// sliding window, WINDOW: the positions that a row sees.
//
// Layouts: pools as in pages.cl; q [rows][qStride]; out [rows][QUERY_HEADS * VALUE_DIM].
//
// Neighbouring rows of one sequence are computed together, so that keys and values come from memory
// once for all of them: prompts. Each row's own order of computing does not change by it.
//
// Order: blocks of 16 tokens from that of the first visible position on, wherever they lie; a
// running maximum and sum (online softmax) every CHUNK_BLOCKS blocks, values added token by token.
// It depends on the position alone.

#define VALUE_VECTORS ((VALUE_DIM + 15) / 16)
#define VALUE_WIDTH (VALUE_HEADS * VALUE_DIM)
#define CHUNK_BLOCKS 8

// Rows computed together at most: as many as leave their weights in a core's first cache, one where
// there is none (GPUs). With a sliding window rows begin at different positions.
#if defined(WINDOW) || !defined(WORK_GROUP_OF_ONE)
#define MOST_ROWS 1
#elif HEADS > 4
#define MOST_ROWS 2
#elif HEADS > 2
#define MOST_ROWS 4
#else
#define MOST_ROWS 8
#endif

// Query heads whose scores are held in registers together.
#if HEADS % 4 == 0
#define SCORE_HEADS 4
#elif HEADS % 3 == 0
#define SCORE_HEADS 3
#elif HEADS % 2 == 0
#define SCORE_HEADS 2
#else
#define SCORE_HEADS 1
#endif

// Scores of SCORE_HEADS queries against the 16 tokens of a block: four sums over k mod 4, then a tree.
INLINE void scores16(
    __global const float* q, __global const page_t* k, float scale, float16* out) {
  float16 sums[SCORE_HEADS][4];
#pragma unroll
  for (size_t h = 0; h < SCORE_HEADS; h++) {
    sums[h][0] = sums[h][1] = sums[h][2] = sums[h][3] = (float16)(0.0f);
  }
  for (size_t i = 0; i + 4 <= KEY_DIM; i += 4) {
#pragma unroll
    for (size_t j = 0; j < 4; j++) {
      const float16 key = page16(i + j, k);
#pragma unroll
      for (size_t h = 0; h < SCORE_HEADS; h++) {
        sums[h][j] = fma((float16)(q[h * KEY_DIM + i + j]), key, sums[h][j]);
      }
    }
  }
  for (size_t i = KEY_DIM / 4 * 4; i < KEY_DIM; i++) {
    const float16 key = page16(i, k);
#pragma unroll
    for (size_t h = 0; h < SCORE_HEADS; h++) {
      sums[h][0] = fma((float16)(q[h * KEY_DIM + i]), key, sums[h][0]);
    }
  }
#ifdef INT8_PAGES
  const float16 scales = (float16)(scale) * key_scales(k, KEY_DIM);
#else
  const float16 scales = (float16)(scale);
#endif
#pragma unroll
  for (size_t h = 0; h < SCORE_HEADS; h++) {
    out[h] = ((sums[h][0] + sums[h][1]) + (sums[h][2] + sums[h][3])) * scales;
  }
}

constant int16 LANES = (int16)(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

// How many of a row's `end` positions, the first ones, it does not see.
INLINE size_t out_of_sight(size_t end) {
#ifdef WINDOW
  return end > WINDOW ? end - WINDOW : 0;
#else
  return 0;
#endif
}

// Scores of a block's tokens, -infinity but from `from` up to `count`.
INLINE float16 in_sight(float16 scores, size_t from, size_t count) {
  scores = LANES < (int16)((int)count) ? scores : (float16)(-INFINITY);
#ifdef WINDOW
  scores = LANES < (int16)((int)from) ? (float16)(-INFINITY) : scores;
#endif
  return scores;
}

// Rows that are computed together with `row`, itself the first of them; 0: an earlier one is.
// Groups end at positions that MOST_ROWS divides.
INLINE size_t rows_together(__global const int* step, size_t row) {
  __global const int* positions = step + step[STEP_POSITIONS_AT];
  __global const int* sequences = step + step[STEP_SEQUENCE_AT];
  if (row > 0 && sequences[row - 1] == sequences[row] && positions[row] % MOST_ROWS != 0) {
    return 0;
  }
  const size_t rows = (size_t)step[STEP_ROWS];
  size_t count = 1;
  while (row + count < rows && sequences[row + count] == sequences[row]
      && positions[row + count] % MOST_ROWS != 0) {
    count++;
  }
  return count;
}

// HEADS query heads from `head` on, of `row` and the rows that are computed together with it.
INLINE void attention_heads(
    __global const int* step,
    __global const float* q,
    int qStride,
    __global const page_t* keys,
    __global const page_t* values,
    float scale,
    __global float* out,
    size_t head,
    size_t row) {
  const size_t rows = rows_together(step, row);
  if (rows == 0) {
    return;
  }
  const size_t key_head = head * KEY_HEADS / QUERY_HEADS;
  const size_t first_end = (size_t)step[step[STEP_POSITIONS_AT] + row] + 1;
  const size_t begin = out_of_sight(first_end);
  __global const int* table = step + step[STEP_TABLES_AT]
      + (size_t)step[step[STEP_SEQUENCE_AT] + row] * (size_t)step[STEP_TABLE_STRIDE];
  __global const float* query = q + row * (size_t)qStride + head * KEY_DIM;

  float top[MOST_ROWS][HEADS];
  float total[MOST_ROWS][HEADS];
  float16 acc[MOST_ROWS][HEADS][VALUE_VECTORS];
  for (size_t r = 0; r < rows; r++) {
    for (size_t h = 0; h < HEADS; h++) {
      top[r][h] = -INFINITY;
      total[r][h] = 0.0f;
      for (size_t i = 0; i < VALUE_VECTORS; i++) {
        acc[r][h][i] = (float16)(0.0f);
      }
    }
  }
  const size_t first_block = begin / BLOCK_TOKENS;
  const size_t end_block = (first_end + rows - 1 + BLOCK_TOKENS - 1) / BLOCK_TOKENS;
  for (size_t chunk = first_block; chunk < end_block; chunk += CHUNK_BLOCKS) {
    const size_t chunk_end = end_block - chunk < CHUNK_BLOCKS ? end_block : chunk + CHUNK_BLOCKS;

    float16 weights[MOST_ROWS][HEADS][CHUNK_BLOCKS];
    float16 highest[MOST_ROWS][HEADS];
    for (size_t r = 0; r < rows; r++) {
      for (size_t h = 0; h < HEADS; h++) {
        highest[r][h] = (float16)(-INFINITY);
      }
    }
    for (size_t block = chunk; block < chunk_end; block++) {
      const size_t first = block * BLOCK_TOKENS;
      __global const page_t* k =
          keys + ((size_t)table[block] * KEY_HEADS + key_head) * KEY_PAGE(KEY_DIM);
      // Rows that see nothing of the block come first.
      for (size_t r = first >= first_end ? first - first_end + 1 : 0; r < rows; r++) {
        for (size_t h = 0; h < HEADS; h += SCORE_HEADS) {
          float16 s[SCORE_HEADS];
          scores16(query + r * (size_t)qStride + h * KEY_DIM, k, scale, s);
#pragma unroll
          for (size_t j = 0; j < SCORE_HEADS; j++) {
            const float16 seen =
                in_sight(s[j], begin > first ? begin - first : 0, first_end + r - first);
            weights[r][h + j][block - chunk] = seen;
            highest[r][h + j] = seen > highest[r][h + j] ? seen : highest[r][h + j];
          }
        }
      }
    }
    for (size_t r = 0; r < rows; r++) {
      const size_t row_blocks = (first_end + r + BLOCK_TOKENS - 1) / BLOCK_TOKENS;
      if (row_blocks <= chunk) {
        continue;
      }
      const size_t blocks = (row_blocks < chunk_end ? row_blocks : chunk_end) - chunk;
      for (size_t h = 0; h < HEADS; h++) {
        const float new_highest = max16(highest[r][h]);
        const float new_top = new_highest > top[r][h] ? new_highest : top[r][h];
        const float shrink = exact_exp(top[r][h] - new_top);
        float16 sums = (float16)(0.0f);
        for (size_t b = 0; b < blocks; b++) {
          const float16 e = exact_exp16(weights[r][h][b] - (float16)(new_top));
          weights[r][h][b] = e;
          sums = sums + e;
        }
        top[r][h] = new_top;
        total[r][h] = fma(total[r][h], shrink, sum16(sums));
        for (size_t i = 0; i < VALUE_VECTORS; i++) {
          acc[r][h][i] = acc[r][h][i] * (float16)(shrink);
        }
      }
    }

    for (size_t h = 0; h < HEADS; h += VALUE_SHARE) {
      const size_t value_head = (head + h) * VALUE_HEADS / QUERY_HEADS;
      for (size_t block = chunk; block < chunk_end; block++) {
        const size_t first = block * BLOCK_TOKENS;
        const size_t from = begin > first ? begin - first : 0;
        // Whole vectors even where VALUE_DIM is odd: the lanes too many are never stored, and the
        // pool ends with 16 spare numbers.
        __global const page_t* page =
            values + (size_t)table[block] * VALUE_PAGE(VALUE_WIDTH, VALUE_HEADS);
        __global const page_t* v = page + value_head * VALUE_DIM;
#ifdef INT8_PAGES
        const float16 scales = vload16(0, value_scales(page, VALUE_WIDTH, value_head));
#endif
        for (size_t r = first >= first_end ? first - first_end + 1 : 0; r < rows; r++) {
          const size_t left = first_end + r - first;
          const size_t count = left < BLOCK_TOKENS ? left : BLOCK_TOKENS;
#ifdef INT8_PAGES
          for (size_t j = 0; j < VALUE_SHARE; j++) {
            weights[r][h + j][block - chunk] = weights[r][h + j][block - chunk] * scales;
          }
#endif
          float16 held[VALUE_SHARE][VALUE_VECTORS];
#pragma unroll
          for (size_t j = 0; j < VALUE_SHARE; j++) {
#pragma unroll
            for (size_t i = 0; i < VALUE_VECTORS; i++) {
              held[j][i] = acc[r][h + j][i];
            }
          }
          for (size_t t = from; t < count; t++) {
            float16 value[VALUE_VECTORS];
#pragma unroll
            for (size_t i = 0; i < VALUE_VECTORS; i++) {
              value[i] = page16(i, v + t * VALUE_WIDTH);
            }
#pragma unroll
            for (size_t j = 0; j < VALUE_SHARE; j++) {
              const float16 weight =
                  (float16)(((const float*)&weights[r][h + j][block - chunk])[t]);
#pragma unroll
              for (size_t i = 0; i < VALUE_VECTORS; i++) {
                held[j][i] = fma(weight, value[i], held[j][i]);
              }
            }
          }
#pragma unroll
          for (size_t j = 0; j < VALUE_SHARE; j++) {
#pragma unroll
            for (size_t i = 0; i < VALUE_VECTORS; i++) {
              acc[r][h + j][i] = held[j][i];
            }
          }
        }
      }
    }
  }
  for (size_t r = 0; r < rows; r++) {
    for (size_t h = 0; h < HEADS; h++) {
      __global float* to = out + ((row + r) * QUERY_HEADS + head + h) * VALUE_DIM;
      for (size_t i = 0; i < VALUE_VECTORS; i++) {
        store_lanes(acc[r][h][i] / (float16)(total[r][h]), to + i * 16, VALUE_DIM - i * 16);
      }
    }
  }
}

#ifndef FUNCTIONS_ONLY
// Work split: global id (row, group of HEADS query heads); rows run fastest.
KERNEL void attention(
    __global const int* step,
    __global const float* q,
    int qStride,
    __global const page_t* keys,
    __global const page_t* values,
    float scale,
    __global float* out) {
  attention_heads(
      step, q, qStride, keys, values, scale, out, get_global_id(1) * HEADS, get_global_id(0));
}
#endif
