package dev.sigma.benchmarks;

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

/** What a run measured, with the commit and the machine it is true of. */
final class ReportFile {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ReportFile() {}

  /**
   * Writes one JSON object.
   *
   * @param load before the run
   * @param run what was run, and how
   * @param metrics values by name
   * @param figures the same with their details
   */
  static void write(
      Path file,
      String bench,
      String commit,
      double load,
      Map<String, Object> run,
      Map<String, Double> metrics,
      List<?> figures)
      throws IOException {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("bench", bench);
    report.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    report.put("commit", commit);
    report.put("machine", Machine.facts());
    report.put("load_before", load);
    report.putAll(run);
    report.put("metrics", metrics);
    report.put("figures", figures);
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    Files.writeString(file, MAPPER.writeValueAsString(report) + "\n");
  }
}
