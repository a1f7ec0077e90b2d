package dev.sigma.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigma.benchmarks.cpu.CpuSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CpuBenchTest {

  @Test
  void settings_withoutOptions_areEverything() {
    CpuSettings settings = settings();
    assertThat(settings.shapes()).containsExactly("52m", "336m");
    assertThat(settings.contenders()).startsWith("sigma", "llama.cpp");
    assertThat(settings.pairs()).isGreaterThanOrEqualTo(5);
    assertThat(settings.quick()).isFalse();
  }

  @Test
  void settings_quick_isTheSmallModelAlone() {
    assertThat(settings("--quick").shapes()).containsExactly("52m");
    assertThat(settings("--quick", "--shape", "336m").shapes()).containsExactly("336m");
  }

  @Test
  void settings_anUnknownName_isRefused() {
    assertThatThrownBy(() -> settings("--only", "sigma,vllm"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--only: vllm (expected: some of sigma,llama.cpp");
    assertThatThrownBy(() -> settings("--shape", "7b"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--shape: 7b (expected: some of 52m,336m)");
    assertThatThrownBy(() -> settings("--pairs", "0")).isInstanceOf(UsageException.class);
  }

  private static CpuSettings settings(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("--folder", "f", "--kernel-cache", "k", "--llama-cpp", "l"));
    arguments.addAll(List.of(options));
    return CpuBench.settings(arguments);
  }
}
