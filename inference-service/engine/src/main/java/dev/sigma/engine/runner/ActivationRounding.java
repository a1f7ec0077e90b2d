package dev.sigma.engine.runner;

import dev.sigma.engine.model.WeightMatrix;
import java.util.List;

/**
 * Activations as 8-bit integers, where a kernel family multiplies them with integer weights: in
 * groups of 32 inputs {@code x} becomes {@code scale * round(x / scale)}, {@code scale = max|x| /
 * 127}, ties to even. A row's rounding depends on the row alone, so that it is no matter of {@link
 * NumericsMode}; what it costs is measured in perplexity.
 */
public enum ActivationRounding {
  /** As they are. */
  NONE,
  /** In groups of 32, before products whose weights are integers with a scale per whole groups. */
  INT8;

  /** Inputs that share a scale. */
  public static final int GROUP = 32;

  /** Below this a group counts as zero, for {@code 127 / max} must not overflow. */
  private static final float SMALLEST = 1e-30f;

  /**
   * Whether the inputs of a product are rounded.
   *
   * @param matrices the weights that are multiplied together, all with the same inputs
   */
  public boolean applies(List<WeightMatrix> matrices) {
    WeightMatrix first = matrices.getFirst();
    return this == INT8
        && matrices.stream()
            .allMatch(
                m ->
                    m.format().quantised()
                        && m.format() == first.format()
                        && m.groupSize() == first.groupSize()
                        && (m.groupSize() % GROUP == 0 || m.groupSize() >= m.columns()));
  }

  /** Rounds a row in place. */
  public static void round(float[] x) {
    for (int from = 0; from < x.length; from += GROUP) {
      int end = Math.min(x.length, from + GROUP);
      float highest = 0;
      for (int i = from; i < end; i++) {
        highest = Math.max(highest, Math.abs(x[i]));
      }
      float factor = highest < SMALLEST ? 0 : 127 / highest;
      float scale = highest < SMALLEST ? 0 : highest / 127;
      for (int i = from; i < end; i++) {
        x[i] = (float) Math.rint(x[i] * factor) * scale;
      }
    }
  }
}
