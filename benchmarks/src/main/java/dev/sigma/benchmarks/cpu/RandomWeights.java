package dev.sigma.benchmarks.cpu;

import java.util.SplittableRandom;

/**
 * Seeded random values of a model's tensors, row by row in any order, so that every format gets the
 * same ones. Scales are f16 values: GGUF's Q8_0 has no others.
 */
final class RandomWeights {

  /** Scale times this is about the standard deviation: that of a uniform byte. */
  private static final double BYTE_DEVIATION = 73;

  private final long seed;

  RandomWeights(long seed) {
    this.seed = seed;
  }

  /**
   * One row of a matrix.
   *
   * @param values receives {@code columns} integers, -127 to 127 as Q8_0 has them
   * @param scales receives {@code columns / 32} positive scales as f16 bits
   */
  void row(ModelTensor tensor, int row, byte[] values, short[] scales) {
    SplittableRandom random = random(tensor, row);
    random.nextBytes(values);
    for (int i = 0; i < values.length; i++) {
      if (values[i] == Byte.MIN_VALUE) {
        values[i] = Byte.MAX_VALUE;
      }
    }
    for (int i = 0; i < scales.length; i++) {
      double scale = tensor.size() / BYTE_DEVIATION * (0.75 + 0.5 * random.nextDouble());
      scales[i] = Float.floatToFloat16((float) scale);
    }
  }

  /** All values of a norm, around 1. */
  float[] norm(ModelTensor tensor) {
    SplittableRandom random = random(tensor, 0);
    float[] values = new float[tensor.columns()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (0.7 + 0.6 * random.nextDouble());
    }
    return values;
  }

  private SplittableRandom random(ModelTensor tensor, int row) {
    return new SplittableRandom((seed * 31 + tensor.name().hashCode()) * 1_000_003 + row);
  }
}
