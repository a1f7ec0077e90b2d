package dev.sigma.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sigma.benchmarks.diffqkv.SomeTimings;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiffQkvFiguresTest {

  @Test
  void of_timings_haveAFigureForEachVariantAndContext() {
    Measurement time = figure("gqa16_1k", 1024);
    assertThat(time.value()).isEqualTo(12.048);
    assertThat(time.n()).isEqualTo(6);
    assertThat(time.max()).isEqualTo(3 * 12.048);
    assertThat(time.detail())
        .containsEntry("layers", 4)
        .containsEntry("passes", List.of(12.048, 12.048))
        .containsEntry("ms_of_26_layers", 78.312)
        .containsEntry("gb_per_s", 84.993);
    assertThat(metrics(1024))
        .containsExactly(
            "mha_1k", "gqa16_1k", "diffqkv_without_augq_1k", "diffqkv_1k", "diffqkv_selective_1k");
  }

  @Test
  void of_timings_compareDiffQkvWithGqa() {
    int[] contexts = {512, 1024, 2048, 8192, 32_768};
    assertThat(metrics(contexts))
        .endsWith(
            "diffqkv_vs_gqa16_512",
            "diffqkv_vs_gqa16_2k",
            "diffqkv_vs_gqa16_8k",
            "diffqkv_vs_gqa16_32k",
            "crossover_tokens");
    assertThat(figure("diffqkv_vs_gqa16_512", contexts).value())
        .isCloseTo((10 + 1.024) / (14 + 0.512), within(1e-9));
    assertThat(figure("diffqkv_vs_gqa16_32k", contexts).value()).isGreaterThan(1);
    assertThat(figure("crossover_tokens", contexts).value()).isCloseTo(4000, within(1e-6));
  }

  @Test
  void of_timingsThatNeverCross_haveNoCrossover() {
    assertThat(metrics(512, 2048)).contains("diffqkv_2k").doesNotContain("crossover_tokens");
  }

  private static List<String> metrics(int... contexts) {
    return DiffQkvFigures.of(SomeTimings.at(contexts)).stream().map(Measurement::metric).toList();
  }

  private static Measurement figure(String metric, int... contexts) {
    return DiffQkvFigures.of(SomeTimings.at(contexts)).stream()
        .filter(figure -> figure.metric().equals(metric))
        .findFirst()
        .orElseThrow();
  }
}
