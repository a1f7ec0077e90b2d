package dev.sigma.benchmarks.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WorkloadTest {

  private static final ModelShape SHAPE = ModelShape.named("52m");

  @Test
  void text_isTheSameEveryTimeAndWithinTheVocabulary() {
    int[] text = Workload.text(SHAPE, 1000, 5);
    assertThat(Workload.text(SHAPE, 500, 5)).isEqualTo(Arrays.copyOf(text, 500));
    assertThat(Workload.text(SHAPE, 1000, 6)).isNotEqualTo(text);
    assertThat(Arrays.stream(text)).allMatch(token -> token >= 0 && token < SHAPE.vocabulary());
  }

  @Test
  void throughput_countsTheTokensOfAllSequences() {
    Workload workload = Workload.throughput(SHAPE, 16);
    assertThat(workload.prompts()).hasDimensions(16, 32);
    assertThat(workload.tokens()).isEqualTo(16 * workload.count());
  }

  @Test
  void shortened_drawsLessAndCountsLess() {
    Workload workload = Workload.throughput(SHAPE, 16).shortened();
    assertThat(workload.count()).isEqualTo(16);
    assertThat(workload.tokens()).isEqualTo(256);
    assertThat(Workload.prefill(SHAPE).shortened().tokens()).isEqualTo(512);
  }

  @Test
  void bytesPerToken_areThoseOfAllMatricesButTheEmbedding() {
    // as the file has them: the embedding's values and scales taken off, and the norms
    long matrices = 12L * (2 * 512 * 512 + 2 * 256 * 512 + 3 * 512 * 1408) + 16_384L * 512;
    assertThat(SHAPE.bytesPerToken()).isEqualTo(matrices * 34 / 32);
  }
}
