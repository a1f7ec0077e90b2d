package dev.sigma.benchmarks.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RandomWeightsTest {

  private static final int COLUMNS = 4096;

  private final ModelTensor tensor = ModelTensor.matrix("m", "m", 64, COLUMNS, 0.25);
  private final byte[] values = new byte[COLUMNS];
  private final short[] scales = new short[COLUMNS / 32];

  @Test
  void row_isTheSameInAnyOrder() {
    RandomWeights weights = new RandomWeights(7);
    weights.row(tensor, 3, values, scales);
    byte[] first = values.clone();
    weights.row(tensor, 4, values, scales);
    assertThat(values).isNotEqualTo(first);
    new RandomWeights(7).row(tensor, 3, values, scales);
    assertThat(values).isEqualTo(first);
  }

  @Test
  void row_hasTheSizeThatWasAskedForAndNoValueThatQ8Lacks() {
    double squares = 0;
    for (int row = 0; row < tensor.rows(); row++) {
      new RandomWeights(7).row(tensor, row, values, scales);
      assertThat(values).doesNotContain((byte) -128);
      for (int i = 0; i < COLUMNS; i++) {
        double value = values[i] * Float.float16ToFloat(scales[i / 32]);
        squares += value * value;
      }
    }
    assertThat(Math.sqrt(squares / (64 * COLUMNS))).isBetween(0.24, 0.27);
  }
}
