package dev.sigma.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigma.benchmarks.diffqkv.DiffQkvSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiffQkvBenchTest {

  @Test
  void settings_withoutOptions_areAllContextsTwice() {
    DiffQkvSettings settings = settings();
    assertThat(settings.contexts()).startsWith(512, 1024).endsWith(32_768).isSorted();
    assertThat(settings.passes()).isEqualTo(2);
    assertThat(settings.layers()).isEqualTo(8);
  }

  @Test
  void settings_quick_areTwoContextsOnce() {
    assertThat(settings("--quick").contexts()).containsExactly(512, 2048);
    assertThat(settings("--quick").passes()).isEqualTo(1);
  }

  @Test
  void settings_layers_areThoseAskedFor() {
    assertThat(settings("--layers", "26").layers()).isEqualTo(26);
    assertThatThrownBy(() -> settings("--layers", "0"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--layers: 0 (expected: a whole number >= 1)");
  }

  @Test
  void settings_anUnknownOption_isRefused() {
    assertThatThrownBy(() -> settings("--contexts", "64k"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("unknown option: --contexts");
  }

  private static DiffQkvSettings settings(String... options) {
    List<String> arguments = new ArrayList<>(List.of("--kernel-cache", "k"));
    arguments.addAll(List.of(options));
    return DiffQkvBench.settings(arguments);
  }
}
