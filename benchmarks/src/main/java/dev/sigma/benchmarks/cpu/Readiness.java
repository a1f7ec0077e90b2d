package dev.sigma.benchmarks.cpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** From the start of a JVM to a first token of this engine. */
final class Readiness {

  private static final int ROUNDS = 3;
  private static final int PROMPT_TOKENS = 32;

  private Readiness() {}

  /** With compiled kernels at hand, and, in the details, without. */
  static CpuFigure measure(CpuSettings settings, ModelShape shape) throws IOException {
    Path cold = settings.folder().resolve("cold");
    delete(cold);
    Files.createDirectories(cold.resolve("pocl"));
    Map<String, String> environment = Map.of("POCL_CACHE_DIR", cold.resolve("pocl").toString());
    double coldSeconds = seconds(settings, shape, cold.resolve("sigma"), environment);
    delete(cold);
    double[] warm = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      warm[i] = seconds(settings, shape, settings.kernelCache(), Map.of());
    }
    return new CpuFigure(
        "ready_seconds",
        Rates.median(warm),
        "s",
        Map.of("without_compiled_kernels", coldSeconds, "rounds", ROUNDS));
  }

  private static double seconds(
      CpuSettings settings, ModelShape shape, Path kernels, Map<String, String> environment)
      throws IOException {
    List<String> arguments =
        List.of(
            "sigma",
            shape.name(),
            ModelFiles.folder(settings.folder(), shape).toString(),
            kernels.toString());
    int[][] prompt = {Workload.text(shape, PROMPT_TOKENS, 3)};
    Path log = settings.folder().resolve("log").resolve("ready.log");
    long start = System.nanoTime();
    try (PeerProcess peer = PeerProcess.start(arguments, List.of(), environment, log)) {
      peer.ask(new PeerRequest(PeerRequest.Action.DECODE, prompt, 0, 0));
      return (System.nanoTime() - start) / 1e9;
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
