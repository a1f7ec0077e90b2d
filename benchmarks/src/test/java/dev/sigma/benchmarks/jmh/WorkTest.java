package dev.sigma.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkTest {

  private static final String PACKAGE = "dev.sigma.engine.runner.opencl.";

  @Test
  void product_readsItsWeightsOnceForAllRows() {
    Work one = work("ProductBenchmark.gateAndUp", Map.of("weights", "int8", "rows", "1"));
    Work many = work("ProductBenchmark.gateAndUp", Map.of("weights", "int8", "rows", "512"));
    assertThat(one.bytes()).isEqualTo(2 * 1408 * 512 / 32 * 34.0).isEqualTo(many.bytes());
    assertThat(many.operations()).isEqualTo(512 * one.operations());
  }

  @Test
  void attention_ofAPrompt_isCausal() {
    Work decode = work("AttentionBenchmark.attention", Map.of("rowsAndContext", "1:512"));
    Work prompt = work("AttentionBenchmark.attention", Map.of("rowsAndContext", "512:512"));
    assertThat(decode.operations()).isEqualTo(512 * 8 * 4 * 64.0);
    assertThat(prompt.operations() / decode.operations()).isCloseTo(256.5, within(1e-9));
    Work bytes =
        work("AttentionBenchmark.attention", Map.of("rowsAndContext", "1:512", "pages", "INT8"));
    assertThat(decode.bytes() / bytes.bytes()).isCloseTo(256 / 68.0, within(1e-9));
  }

  @Test
  void scheduler_isNoKernel() {
    assertThat(Work.of("dev.sigma.engine.schedule.SchedulerBenchmark.plan16", name -> ""))
        .isEmpty();
  }

  @Test
  void line_showsWhatMatters() {
    assertThat(JmhBenchmark.line("a", new Work(2e6, 4e6), 1e-3))
        .endsWith("1000.00 us     2.00 GB/s      4.0 Gop/s");
    assertThat(JmhBenchmark.line("a", new Work(2e6, 0), 1e-3)).endsWith("2.00 GB/s");
  }

  private static Work work(String benchmark, Map<String, String> parameters) {
    return Work.of(PACKAGE + benchmark, name -> parameters.getOrDefault(name, "")).orElseThrow();
  }
}
