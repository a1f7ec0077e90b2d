package dev.sigma.benchmarks.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class LogitsTest {

  private static final FloatBuffer LOGITS = FloatBuffer.wrap(new float[] {99, 1, 3, 3, 2, 99});

  @Test
  void argmax_looksAtItsRowAndTakesTheFirstOfEquals() {
    assertThat(Logits.argmax(LOGITS, 1, 4)).isEqualTo(1);
  }

  @Test
  void surprise_isMinusTheLogarithmOfTheSoftmax() {
    double sum = Math.exp(1) + Math.exp(3) + Math.exp(3) + Math.exp(2);
    assertThat(Logits.surprise(LOGITS, 1, 4, 3))
        .isCloseTo(-Math.log(Math.exp(2) / sum), within(1e-12));
  }

  @Test
  void surprise_ofLargeLogits_doesNotOverflow() {
    FloatBuffer large = FloatBuffer.wrap(new float[] {5000, 5000});
    assertThat(Logits.surprise(large, 0, 2, 0)).isCloseTo(Math.log(2), within(1e-12));
  }
}
