package dev.sigma.benchmarks;

import dev.sigma.benchmarks.cpu.CpuFigure;
import dev.sigma.benchmarks.cpu.CpuSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a run on the processor measured, with the commit and the machine it is true of. */
final class CpuReport {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private CpuReport() {}

  /** Writes one JSON object: values by metric, and all figures with their details. */
  static void write(
      Path file,
      String commit,
      double load,
      CpuSettings settings,
      Map<String, String> contenders,
      List<CpuFigure> figures)
      throws IOException {
    Map<String, Double> metrics = new LinkedHashMap<>();
    figures.forEach(figure -> metrics.put(figure.metric(), figure.value()));
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("bench", "cpu");
    report.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    report.put("commit", commit);
    report.put("machine", machine());
    report.put("load_before", load);
    report.put("contenders", contenders);
    report.put("shapes", settings.shapes());
    report.put("pairs", settings.pairs());
    report.put("metrics", metrics);
    report.put("figures", figures);
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    Files.writeString(file, MAPPER.writeValueAsString(report) + "\n");
  }

  private static Map<String, Object> machine() throws IOException {
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("processor", first(Path.of("/proc/cpuinfo"), "model name"));
    machine.put("cores", Runtime.getRuntime().availableProcessors());
    machine.put("memory", first(Path.of("/proc/meminfo"), "MemTotal"));
    machine.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    machine.put("java", System.getProperty("java.runtime.version"));
    return machine;
  }

  /** What stands behind a name and a colon in a file of the kernel's. */
  private static String first(Path file, String name) throws IOException {
    if (!Files.exists(file)) {
      return "unknown";
    }
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }
}
