package dev.sigma.benchmarks;

import dev.sigma.benchmarks.jmh.JmhBenchmark;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code ./sigma bench ask|load|cpu|diffqkv|jmh}: reads the options, runs the one that is named.
 */
final class Bench {
  private static final Set<String> FLAGS = Set.of("--json");
  private static final Set<String> NAMED =
      Set.of("--requests", "--process", "--metrics", "--count", "--rounds");

  private Bench() {}

  static int run(List<String> arguments, Map<String, String> environment, PrintStream out)
      throws IOException, InterruptedException {
    if (arguments.isEmpty()) {
      throw new UsageException("bench: no name (expected: ask, load, cpu, diffqkv or jmh)");
    }
    String name = arguments.getFirst();
    if (name.equals("cpu")) {
      return CpuBench.run(arguments.subList(1, arguments.size()), out);
    }
    if (name.equals("diffqkv")) {
      return DiffQkvBench.run(arguments.subList(1, arguments.size()), out);
    }
    if (name.equals("jmh")) {
      return jmh(arguments.subList(1, arguments.size()), out);
    }
    Options options = Options.parse(arguments.subList(1, arguments.size()), FLAGS, NAMED);
    List<String> requests = requests(options);
    Report report = new Report(out, options.has("--json"));
    try (Gateway gateway = Gateway.of(environment)) {
      switch (name) {
        case "ask" ->
            new AskBenchmark(gateway, requests, options.positive("--rounds", 1)).run(report);
        case "load" ->
            new LoadBenchmark(
                    gateway,
                    requests,
                    options.positive("--count", 200),
                    new WorkerMetrics(options.all("--metrics")),
                    options.all("--process").stream().map(WatchedProcess::parse).toList())
                .run(report);
        default ->
            throw new UsageException(
                "bench: " + name + " (expected: ask, load, cpu, diffqkv or jmh)");
      }
    }
    return 0;
  }

  private static int jmh(List<String> arguments, PrintStream out) {
    try {
      JmhBenchmark.run(arguments, out);
      return 0;
    } catch (IllegalArgumentException e) {
      throw new UsageException("bench jmh: " + e.getMessage(), e);
    }
  }

  private static List<String> requests(Options options) throws IOException {
    Path file = Path.of(options.get("--requests").orElse("docs/everyday-requests.tsv"));
    List<String> requests =
        Files.readAllLines(file).stream()
            .map(line -> line.split("\t", 2)[0].strip())
            .filter(line -> !line.isEmpty())
            .toList();
    if (requests.isEmpty()) {
      throw new UsageException(file + " holds no requests (expected: one a line)");
    }
    return requests;
  }
}
