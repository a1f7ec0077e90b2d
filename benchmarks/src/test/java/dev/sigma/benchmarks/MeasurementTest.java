package dev.sigma.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  @Test
  void percentile_ofOneToHundred_isItsRank() {
    double[] samples = IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray();
    assertThat(percentile(samples, 50).value()).isEqualTo(50);
    assertThat(percentile(samples, 95).value()).isEqualTo(95);
    assertThat(percentile(samples, 100).value()).isEqualTo(100);
    assertThat(percentile(samples, 95).min()).isEqualTo(1);
    assertThat(percentile(samples, 95).max()).isEqualTo(100);
  }

  @Test
  void percentile_ofThirty_isAValueThatWasSeen() {
    double[] samples = IntStream.rangeClosed(1, 30).asDoubleStream().toArray();
    assertThat(percentile(samples, 95).value()).isEqualTo(29);
    assertThat(percentile(samples, 50).value()).isEqualTo(15);
  }

  @Test
  void percentile_ofNothing_isRefused() {
    assertThatThrownBy(() -> percentile(new double[0], 50)).hasMessageContaining("0 samples");
  }

  @Test
  void report_json_isOneObjectALineWithAllFields() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Report report = new Report(new PrintStream(bytes, true, StandardCharsets.UTF_8), true);
    report.add(new Measurement("ask", "m", 0.5, "s", 2, 0.25, 0.75, Map.of("k", "v")));
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "{\"bench\":\"ask\",\"metric\":\"m\",\"value\":0.5,\"unit\":\"s\",\"n\":2,"
                + "\"min\":0.25,\"max\":0.75,\"detail\":{\"k\":\"v\"}}");
  }

  private static Measurement percentile(double[] samples, int p) {
    return Measurement.percentile("test", "metric", samples, p, "s", Map.of());
  }
}
