package dev.sigma.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.benchmarks.cpu.CpuFigure;
import dev.sigma.benchmarks.cpu.CpuSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CpuReportTest {

  @Test
  void write_namesCommitMachineAndMetrics(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("results").resolve("cpu.json");
    CpuSettings settings =
        new CpuSettings(folder, folder, folder, List.of("52m"), List.of("sigma"), 5, false);
    CpuFigure figure =
        new CpuFigure("decode_vs_llamacpp_52m", 1.5, "ratio", Map.of("pairs", List.of(1.4, 1.5)));
    CpuReport.write(file, "abc123", 0.25, settings, Map.of("sigma", "this one"), List.of(figure));
    JsonNode report = JsonMapper.shared().readTree(file);
    assertThat(report.at("/commit").asString()).isEqualTo("abc123");
    assertThat(report.at("/load_before").asDouble()).isEqualTo(0.25);
    assertThat(report.at("/machine/cores").asInt()).isPositive();
    assertThat(report.at("/metrics/decode_vs_llamacpp_52m").asDouble()).isEqualTo(1.5);
    assertThat(report.at("/figures/0/detail/pairs/0").asDouble()).isEqualTo(1.4);
    assertThat(report.at("/contenders/sigma").asString()).isEqualTo("this one");
  }
}
