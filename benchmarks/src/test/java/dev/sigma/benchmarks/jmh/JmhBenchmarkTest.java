package dev.sigma.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything that needs no device runs once; numbers do not matter here. */
class JmhBenchmarkTest {

  private static final List<String> ONCE =
      List.of("-f", "0", "-wi", "0", "-i", "1", "-r", "10ms", "-foe", "true", "-v", "SILENT");

  @Test
  void run_withoutADevice_allBenchmarksWork() {
    assertThatCode(() -> run("Scheduler|Step|Block|Sampling|Text")).doesNotThrowAnyException();
  }

  @Test
  void run_anOptionThatJmhDoesNotKnow_isRefused() {
    assertThatThrownBy(() -> run("--frob")).isInstanceOf(IllegalArgumentException.class);
  }

  private static void run(String first) {
    List<String> arguments = new ArrayList<>(ONCE);
    arguments.addFirst(first);
    JmhBenchmark.run(arguments, System.out);
  }
}
