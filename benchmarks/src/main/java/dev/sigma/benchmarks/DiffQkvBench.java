package dev.sigma.benchmarks;

import dev.sigma.benchmarks.diffqkv.DiffQkvBenchmark;
import dev.sigma.benchmarks.diffqkv.DiffQkvSettings;
import dev.sigma.benchmarks.diffqkv.Plot;
import dev.sigma.benchmarks.diffqkv.Timings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code ./sigma bench diffqkv}: reads the options. */
final class DiffQkvBench {
  private static final Set<String> FLAGS = Set.of("--quick", "--json", "--keep");
  private static final Set<String> NAMED =
      Set.of(
          "--layers",
          "--plot",
          // given by the script
          "--kernel-cache",
          "--commit",
          "--results");

  private static final List<Integer> QUICK_CONTEXTS = List.of(512, 2048);
  private static final int PASSES = 2;

  /** Fewer lie in the last cache of some machines, and are read faster than a whole model. */
  private static final int LAYERS = 8;

  private DiffQkvBench() {}

  static int run(List<String> arguments, PrintStream out) throws IOException {
    Options options = Options.parse(arguments, FLAGS, NAMED);
    DiffQkvSettings settings = settings(options);
    System.setOut(System.err); // for what libraries print
    double load = Machine.loadBefore();
    DiffQkvBenchmark benchmark = new DiffQkvBenchmark(settings, System.err);
    Timings timings = benchmark.run();
    List<Measurement> figures = DiffQkvFigures.of(timings);
    Report report = new Report(out, options.has("--json"));
    figures.forEach(report::add);
    if (options.has("--keep")) {
      keep(options, settings, load, benchmark.runner(), figures);
    }
    Optional<String> plot = options.get("--plot");
    if (plot.isPresent()) { // last: it wants a font, which a server may lack
      Plot.write(timings, Path.of(plot.get()));
    }
    return 0;
  }

  private static void keep(
      Options options,
      DiffQkvSettings settings,
      double load,
      String runner,
      List<Measurement> figures)
      throws IOException {
    String commit = options.get("--commit").orElse("unknown");
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("runner", runner);
    run.put("layers", settings.layers());
    run.put("passes", settings.passes());
    Map<String, Double> metrics = new LinkedHashMap<>();
    figures.forEach(figure -> metrics.put(figure.metric(), figure.value()));
    Path file = path(options, "--results").resolve("diffqkv-" + commit + ".json");
    ReportFile.write(file, "diffqkv", commit, load, run, metrics, figures);
    System.err.println("written: " + file);
  }

  static DiffQkvSettings settings(List<String> arguments) {
    return settings(Options.parse(arguments, FLAGS, NAMED));
  }

  private static DiffQkvSettings settings(Options options) {
    boolean quick = options.has("--quick");
    return new DiffQkvSettings(
        path(options, "--kernel-cache"),
        quick ? QUICK_CONTEXTS : DiffQkvSettings.CONTEXTS,
        quick ? 1 : PASSES,
        options.positive("--layers", LAYERS));
  }

  private static Path path(Options options, String name) {
    return options.get(name).map(Path::of).orElseThrow(() -> new UsageException(name + " missing"));
  }
}
