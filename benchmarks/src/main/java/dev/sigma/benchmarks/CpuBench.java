package dev.sigma.benchmarks;

import dev.sigma.benchmarks.cpu.CpuBenchmark;
import dev.sigma.benchmarks.cpu.CpuFigure;
import dev.sigma.benchmarks.cpu.CpuSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code ./sigma bench cpu}: reads the options. */
final class CpuBench {
  private static final Set<String> FLAGS = Set.of("--quick", "--keep");
  private static final Set<String> NAMED =
      Set.of(
          "--shape",
          "--only",
          "--pairs",
          "--json",
          // given by the script
          "--folder",
          "--kernel-cache",
          "--llama-cpp",
          "--commit",
          "--results",
          "--readme");

  private static final int PAIRS = 5;
  private static final int QUICK_PAIRS = 3;

  private CpuBench() {}

  static int run(List<String> arguments, PrintStream out) throws IOException, InterruptedException {
    Options options = Options.parse(arguments, FLAGS, NAMED);
    CpuSettings settings = settings(options);
    double load = Machine.loadBefore();
    CpuBenchmark benchmark = new CpuBenchmark(settings, out);
    List<CpuFigure> figures = benchmark.run();
    String commit = options.get("--commit").orElse("unknown");
    for (Path file : reports(options, commit)) {
      CpuReport.write(file, commit, load, settings, benchmark.contenders(), figures);
      out.println("written: " + file);
    }
    if (options.has("--keep")) {
      CpuTable.update(path(options, "--readme"), path(options, "--results"));
    }
    return 0;
  }

  private static List<Path> reports(Options options, String commit) {
    List<Path> files = new ArrayList<>(options.all("--json").stream().map(Path::of).toList());
    if (options.has("--keep")) {
      files.add(path(options, "--results").resolve("cpu-" + commit + ".json"));
    }
    return files;
  }

  static CpuSettings settings(List<String> arguments) {
    return settings(Options.parse(arguments, FLAGS, NAMED));
  }

  private static CpuSettings settings(Options options) {
    boolean quick = options.has("--quick");
    List<String> shapes = quick ? CpuSettings.SHAPES.subList(0, 1) : CpuSettings.SHAPES;
    List<String> contenders = quick ? CpuSettings.CONTENDERS.subList(0, 2) : CpuSettings.CONTENDERS;
    return new CpuSettings(
        path(options, "--folder"),
        path(options, "--kernel-cache"),
        path(options, "--llama-cpp"),
        names(options, "--shape", CpuSettings.SHAPES, shapes),
        names(options, "--only", CpuSettings.CONTENDERS, contenders),
        options.positive("--pairs", quick ? QUICK_PAIRS : PAIRS),
        quick);
  }

  private static Path path(Options options, String name) {
    return options.get(name).map(Path::of).orElseThrow(() -> new UsageException(name + " missing"));
  }

  private static List<String> names(
      Options options, String name, List<String> known, List<String> otherwise) {
    List<String> names =
        options.get(name).map(text -> List.of(text.split(",", -1))).orElse(otherwise);
    for (String each : names) {
      if (!known.contains(each)) {
        throw new UsageException(
            "%s: %s (expected: some of %s)".formatted(name, each, String.join(",", known)));
      }
    }
    return names;
  }
}
