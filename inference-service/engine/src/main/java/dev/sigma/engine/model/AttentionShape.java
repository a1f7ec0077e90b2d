package dev.sigma.engine.model;

/**
 * An attention layer as data: heads and dims of DiffQKV attention (arXiv 2501.13629, section 2),
 * and what families add to it. Query head {@code q} reads key head {@code q * keyHeads /
 * queryHeads} and value head {@code q * valueHeads / queryHeads}; scores are scaled by {@code 1 /
 * sqrt(keyDim)}; the attention output is {@code queryHeads * valueDim} wide. Plain MHA and GQA are
 * the case {@code keyHeads == valueHeads}.
 *
 * @param queryHeads query heads; a multiple of both {@code keyHeads} and {@code valueHeads}
 * @param keyHeads key heads
 * @param valueHeads value heads
 * @param keyDim width of one query or key head; even, because RoPE turns pairs
 * @param valueDim width of one value head
 * @param augmentedQueryDim inner width of the augmented-Q gated MLP; 0: the model has none
 * @param selectiveValues V rows that a query head keeps, those of its highest probabilities (ties:
 *     the earlier position), without renormalising; 0: all of them
 * @param slidingWindow positions that a row sees, its own the last of them; 0: all
 * @param biased whether q, k and v have a bias each, added right after their product
 * @param headNorms whether each query and key head goes through an RMSNorm before RoPE, with one
 *     weight for all query heads and one for all key heads
 */
public record AttentionShape(
    int queryHeads,
    int keyHeads,
    int valueHeads,
    int keyDim,
    int valueDim,
    int augmentedQueryDim,
    int selectiveValues,
    int slidingWindow,
    boolean biased,
    boolean headNorms) {

  // Their product, the widest row, stays far inside an int.
  private static final int MAX_HEADS = 1024;
  private static final int MAX_HEAD_DIM = 4096;

  /** Without window, biases and head norms. */
  public AttentionShape(
      int queryHeads,
      int keyHeads,
      int valueHeads,
      int keyDim,
      int valueDim,
      int augmentedQueryDim,
      int selectiveValues) {
    this(
        queryHeads,
        keyHeads,
        valueHeads,
        keyDim,
        valueDim,
        augmentedQueryDim,
        selectiveValues,
        0,
        false,
        false);
  }

  public AttentionShape {
    between("queryHeads", queryHeads, 1, MAX_HEADS);
    between("keyHeads", keyHeads, 1, MAX_HEADS);
    between("valueHeads", valueHeads, 1, MAX_HEADS);
    between("keyDim", keyDim, 1, MAX_HEAD_DIM);
    between("valueDim", valueDim, 1, MAX_HEAD_DIM);
    between("augmentedQueryDim", augmentedQueryDim, 0, ModelConfig.MAX_FEED_FORWARD);
    between("selectiveValues", selectiveValues, 0, ModelConfig.MAX_POSITIONS);
    between("slidingWindow", slidingWindow, 0, ModelConfig.MAX_POSITIONS);
    if (queryHeads % keyHeads != 0 || queryHeads % valueHeads != 0) {
      throw new ModelFormatException(
          "queryHeads: %d (expected: a multiple of keyHeads %d and of valueHeads %d)"
              .formatted(queryHeads, keyHeads, valueHeads));
    }
    if (keyDim % 2 != 0) {
      throw new ModelFormatException(
          "keyDim: %d (expected: an even number, RoPE turns pairs)".formatted(keyDim));
    }
    if (biased && augmentedQueryDim > 0) {
      throw new ModelFormatException(
          "augmentedQueryDim: %d (expected: 0 beside biases)".formatted(augmentedQueryDim));
    }
  }

  /** The same with a window. */
  public AttentionShape withSlidingWindow(int window) {
    return with(window, biased, headNorms);
  }

  /** The same with a bias of q, k and v. */
  public AttentionShape withBiases() {
    return with(slidingWindow, true, headNorms);
  }

  /** The same with norms of query and key heads. */
  public AttentionShape withHeadNorms() {
    return with(slidingWindow, biased, true);
  }

  private AttentionShape with(int window, boolean biases, boolean norms) {
    return new AttentionShape(
        queryHeads,
        keyHeads,
        valueHeads,
        keyDim,
        valueDim,
        augmentedQueryDim,
        selectiveValues,
        window,
        biases,
        norms);
  }

  /** The first position that a row at {@code position} sees. */
  public int firstVisible(int position) {
    return slidingWindow == 0 ? 0 : Math.max(0, position + 1 - slidingWindow);
  }

  /** Width of the query projection, {@code queryHeads * keyDim}. */
  public int queryWidth() {
    return queryHeads * keyDim;
  }

  /** Floats of K that one token leaves in one layer. */
  public int keyWidth() {
    return keyHeads * keyDim;
  }

  /** Floats of V that one token leaves in one layer. */
  public int valueWidth() {
    return valueHeads * valueDim;
  }

  /** Width of the attention output before {@code o_proj}. */
  public int outputWidth() {
    return queryHeads * valueDim;
  }

  private static void between(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ModelFormatException(
          "%s: %d (expected: %d to %d)".formatted(name, value, least, most));
    }
  }
}
