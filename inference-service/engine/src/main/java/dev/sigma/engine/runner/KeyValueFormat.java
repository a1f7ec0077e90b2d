package dev.sigma.engine.runner;

import dev.sigma.engine.model.AttentionShape;

/** How K and V are kept in the pools. */
public enum KeyValueFormat {
  /** As they are computed. */
  F32,

  /**
   * A quarter of the memory: each head of a token becomes {@code scale * round(x / scale)}, {@code
   * scale = max|x| / 127}, ties to even. What a token leaves depends on that token alone, but is no
   * longer what was computed: such a runner is {@link NumericsMode#FAST}.
   */
  INT8;

  /** Below this a head counts as zero, for {@code 127 / max} must not overflow. */
  private static final float SMALLEST = 1e-30f;

  /**
   * Reads a setting.
   *
   * @throws IllegalArgumentException if it is neither {@code f32} nor {@code int8}
   */
  public static KeyValueFormat parse(String text) {
    return switch (text) {
      case "f32" -> F32;
      case "int8" -> INT8;
      default ->
          throw new IllegalArgumentException("\"%s\" (expected: f32 or int8)".formatted(text));
    };
  }

  /** Bytes of one block's K in one layer. */
  public int keyBlockBytes(AttentionShape shape) {
    return bytes(shape.keyHeads(), shape.keyDim());
  }

  /** Bytes of one block's V in one layer. */
  public int valueBlockBytes(AttentionShape shape) {
    return bytes(shape.valueHeads(), shape.valueDim());
  }

  private int bytes(int heads, int dim) {
    int head = this == F32 ? Math.multiplyExact(dim, Float.BYTES) : dim + Float.BYTES;
    return Math.multiplyExact(Math.multiplyExact(heads, head), StepPlan.BLOCK_TOKENS);
  }

  /** Makes of a token's heads of {@code dim} numbers, in place, what attention will read. */
  public void round(float[] heads, int dim) {
    if (this == F32) {
      return;
    }
    for (int from = 0; from < heads.length; from += dim) {
      float highest = 0;
      for (int i = from; i < from + dim; i++) {
        highest = Math.max(highest, Math.abs(heads[i]));
      }
      float factor = highest < SMALLEST ? 0 : 127 / highest;
      float scale = highest < SMALLEST ? 0 : highest / 127;
      for (int i = from; i < from + dim; i++) {
        heads[i] = (float) Math.rint(heads[i] * factor) * scale;
      }
    }
  }
}
