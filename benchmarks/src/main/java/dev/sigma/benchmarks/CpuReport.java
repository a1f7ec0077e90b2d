package dev.sigma.benchmarks;

import dev.sigma.benchmarks.cpu.CpuFigure;
import dev.sigma.benchmarks.cpu.CpuSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run of {@code bench cpu} measured. */
final class CpuReport {
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
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("contenders", contenders);
    run.put("shapes", settings.shapes());
    run.put("pairs", settings.pairs());
    ReportFile.write(file, "cpu", commit, load, run, metrics, figures);
  }
}
