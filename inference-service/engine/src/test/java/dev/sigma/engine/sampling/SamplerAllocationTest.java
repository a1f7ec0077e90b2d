package dev.sigma.engine.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.engine.Allocations;
import java.nio.FloatBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplerAllocationTest {

  private static final int VOCABULARY = 207;

  static Stream<SamplingParameters> parameters() {
    return Stream.of(
        SamplingParameters.GREEDY,
        new SamplingParameters(0.7f, 0, 1, 0, 0, 0, 1),
        new SamplingParameters(0.7f, 40, 0.95f, 0.01f, 0.5f, 0.5f, 1));
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void draw_anyParameters_allocatesNothing(SamplingParameters parameters) {
    Sampler sampler = new Sampler(VOCABULARY, VOCABULARY - 7);
    FloatBuffer logits = FloatBuffer.allocate(VOCABULARY);
    for (int i = 0; i < VOCABULARY; i++) {
      logits.put(i, i * 37 % 13);
    }
    int[] tokens = {1, 5, 5, 9};
    assertThat(Allocations.bytes(() -> sampler.draw(logits, 0, parameters, 4, tokens, 1, 4, 20)))
        .isZero();
  }
}
