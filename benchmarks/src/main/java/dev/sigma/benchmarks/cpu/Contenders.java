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

  private Contenders() {}

  static Contenders start(CpuSettings settings, ModelShape shape) throws IOException {
    Contenders all = new Contenders();
    try {
      for (String name : settings.contenders()) {
        all.ways.add(new Ways(name, all.start(name, settings, shape)));
      }
      return all;
    } catch (IOException | RuntimeException e) {
      all.close();
      throw e;
    }
  }

  private List<Side> start(String name, CpuSettings settings, ModelShape shape) throws IOException {
    Path model = ModelFiles.folder(settings.folder(), shape);
    return switch (name) {
      case "sigma" ->
          List.of(new Side(start(name, shape, model, settings.kernelCache(), settings), 0));
      case "llama.cpp" -> {
        PeerProcess peer = start(name, shape, model, settings.libraries(), settings);
        yield threadChoices().mapToObj(threads -> new Side(peer, threads)).toList();
      }
      default ->
          throw new IllegalArgumentException(
              "contender: %s (expected: one of %s)".formatted(name, CpuSettings.CONTENDERS));
    };
  }

  private PeerProcess start(
      String name, ModelShape shape, Path model, Path folder, CpuSettings settings)
      throws IOException {
    Path log = settings.folder().resolve("log").resolve(name + "-" + shape.name() + ".log");
    PeerProcess peer =
        PeerProcess.start(
            List.of(name, shape.name(), model.toString(), folder.toString()),
            List.of(),
            Map.of(),
            log);
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

  @Override
  public void close() {
    peers.forEach(PeerProcess::close);
  }
}
