package dev.sigma.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RopeTest {

  @Test
  void frequency_unscaled_fallsByPowersOfTheta() {
    Rope rope = Rope.unscaled(10_000);
    assertThat(rope.frequency(0, 8)).isEqualTo(1);
    assertThat(rope.frequency(1, 8)).isCloseTo(0.1, within(1e-15));
    assertThat(rope.frequency(3, 8)).isCloseTo(0.001, within(1e-15));
  }

  @Test
  void frequency_linear_isDivided() {
    Rope rope = new Rope(10_000, new Rope.Scaling.Linear(4));
    assertThat(rope.frequency(1, 8)).isCloseTo(0.025, within(1e-15));
  }

  /** The wavelengths of Llama 3.1's own formula, on each side of both borders and between. */
  @Test
  void frequency_llama3_keepsFastDividesSlow() {
    Rope.Scaling scaling = new Rope.Scaling.Llama3(8, 1, 4, 8192);
    double fast = 2 * Math.PI / 2047; // shorter than 8192 / 4
    double slow = 2 * Math.PI / 8193; // longer than 8192 / 1
    double between = 2 * Math.PI / 4096;
    assertThat(scaling.scale(fast)).isEqualTo(fast);
    assertThat(scaling.scale(slow)).isEqualTo(slow / 8);
    double smooth = (2.0 - 1) / (4 - 1);
    assertThat(scaling.scale(between))
        .isCloseTo((1 - smooth) * between / 8 + smooth * between, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.99, -1, 1e7, Double.NaN, Double.POSITIVE_INFINITY})
  void scaling_badFactor_isRefused(double factor) {
    assertThatThrownBy(() -> new Rope.Scaling.Linear(factor))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("factor: " + factor);
    assertThatThrownBy(() -> new Rope.Scaling.Llama3(factor, 1, 4, 8))
        .isInstanceOf(ModelFormatException.class);
  }
}
