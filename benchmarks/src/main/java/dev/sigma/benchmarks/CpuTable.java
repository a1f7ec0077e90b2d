package dev.sigma.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The README's table of speeds, made from the newest report that is kept. */
final class CpuTable {

  private static final String BEGIN =
      "<!-- made of the newest file in benchmarks/results by ./sigma bench cpu --keep -->\n";
  private static final String END = "<!-- end of what was made -->";

  private static final List<String> SHAPES = List.of("52m", "336m");
  private static final List<String> CONTENDERS = List.of("sigma", "llamacpp", "jlama");

  private CpuTable() {}

  /** Puts the table of the newest report in {@code results} into {@code readme}. */
  static void update(Path readme, Path results) throws IOException {
    String text = Files.readString(readme);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(
          "%s: no place for the table (expected: %s ... %s)".formatted(readme, BEGIN.strip(), END));
    }
    Files.writeString(
        readme, text.substring(0, begin + BEGIN.length()) + newest(results) + text.substring(end));
  }

  /** The table of the newest report in {@code results}. */
  static String newest(Path results) throws IOException {
    try (Stream<Path> files = Files.list(results)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).matches("cpu-.*\\.json"))
          .map(file -> JsonMapper.shared().readTree(file))
          .max(Comparator.comparing(report -> report.at("/time").asString()))
          .map(CpuTable::of)
          .orElseThrow(() -> new IOException(results + ": no cpu-*.json"));
    }
  }

  static String of(JsonNode report) {
    StringBuilder table =
        new StringBuilder(
            """
            | tokens a second | SIGMA | llama.cpp | Jlama | SIGMA / llama.cpp |
            |---|---|---|---|---|
            """);
    JsonNode metrics = report.get("metrics");
    for (String shape : SHAPES) {
      addRow(table, metrics, "decode, " + name(shape), "decode", shape);
      addRow(table, metrics, "prompt of 512, " + name(shape), "prefill", shape);
      addRow(table, metrics, "16 streams together, " + name(shape), "throughput16", shape);
    }
    table.append(
        "\n%s, %d cores; commit `%s`; medians of %d pairs, in turns.\n"
            .formatted(
                report.at("/machine/processor").asString(),
                report.at("/machine/cores").asInt(),
                report.get("commit").asString(),
                report.get("pairs").asInt()));
    return table.toString();
  }

  private static String name(String shape) {
    return shape.toUpperCase(Locale.ROOT);
  }

  /** Nothing where this engine was not measured. */
  private static void addRow(
      StringBuilder table, JsonNode metrics, String title, String work, String shape) {
    if (!metrics.has("%s_sigma_%s".formatted(work, shape))) {
      return;
    }
    table.append("| ").append(title);
    for (String contender : CONTENDERS) {
      JsonNode rate = metrics.path("%s_%s_%s".formatted(work, contender, shape));
      table
          .append(" | ")
          .append(
              rate.isMissingNode()
                  ? "–"
                  : String.format(
                      Locale.ROOT, rate.asDouble() < 100 ? "%.1f" : "%,.0f", rate.asDouble()));
    }
    JsonNode ratio = metrics.path("%s_vs_llamacpp_%s".formatted(work, shape));
    table.append(
        ratio.isMissingNode()
            ? " | – |\n"
            : String.format(Locale.ROOT, " | **%.2f** |%n", ratio.asDouble()));
  }
}
