package dev.sigma.benchmarks.cpu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The processes of one model's contenders. */
final class Contenders implements AutoCloseable {

  private final List<Ways> ways = new ArrayList<>();
  private final List<PeerProcess> peers = new ArrayList<>();
  private final List<PeerProcess> reference = new ArrayList<>();

  private Contenders() {}

  static Contenders start(CpuSettings settings, ModelShape shape) throws IOException {
    Contenders all = new Contenders();
    try {
      for (String name : settings.contenders()) {
        all.ways.add(new Ways(name, all.start(name, settings, shape)));
      }
      if (!settings.quick()) {
        all.reference.add(all.start(settings, shape, "reference", "", List.of()));
      }
      return all;
    } catch (IOException | RuntimeException e) {
      all.close();
      throw e;
    }
  }

  private List<Side> start(String name, CpuSettings settings, ModelShape shape) throws IOException {
    return switch (name) {
      case "sigma" -> {
        String kernels = settings.kernelCache().toString();
        yield List.of(new Side(start(settings, shape, name, kernels, List.of()), 0));
      }
      case "llama.cpp" -> {
        String libraries = settings.libraries().toString();
        PeerProcess peer = start(settings, shape, name, libraries, List.of());
        yield threadChoices().mapToObj(threads -> new Side(peer, threads)).toList();
      }
      case "jlama" -> {
        List<Side> sides = new ArrayList<>();
        List<String> options = List.of("--add-modules", "jdk.incubator.vector");
        for (int threads : threadChoices().toArray()) {
          String wanted = Integer.toString(threads);
          sides.add(new Side(start(settings, shape, name, wanted, options), threads));
        }
        yield sides;
      }
      default ->
          throw new IllegalArgumentException(
              "contender: %s (expected: one of %s)".formatted(name, CpuSettings.CONTENDERS));
    };
  }

  private PeerProcess start(
      CpuSettings settings, ModelShape shape, String name, String wanted, List<String> options)
      throws IOException {
    String model = ModelFiles.folder(settings.folder(), shape).toString();
    Path log =
        settings
            .folder()
            .resolve("log")
            .resolve("%s-%s-%d.log".formatted(name, shape.name(), peers.size()));
    PeerProcess peer =
        PeerProcess.start(List.of(name, shape.name(), model, wanted), options, Map.of(), log);
    peers.add(peer);
    return peer;
  }

  /** One, and one for each core. */
  private static IntStream threadChoices() {
    return IntStream.of(1, Runtime.getRuntime().availableProcessors()).distinct();
  }

  List<Ways> ways() {
    return ways;
  }

  /** The reference; empty where nothing is held against it. */
  List<PeerProcess> reference() {
    return reference;
  }

  /** Those that compute several sequences at once. */
  List<Ways> thatBatch() {
    return ways.stream().filter(contender -> !contender.name().equals("jlama")).toList();
  }

  @Override
  public void close() {
    peers.forEach(PeerProcess::close);
  }
}
