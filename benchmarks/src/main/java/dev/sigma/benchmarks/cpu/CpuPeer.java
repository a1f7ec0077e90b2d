package dev.sigma.benchmarks.cpu;

import dev.sigma.engine.runner.NumericsMode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A contender's process: loads its model, says so, then answers a request a line until its standard
 * input ends. What libraries print goes to the standard error output.
 */
public final class CpuPeer {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private CpuPeer() {}

  /**
   * Runs one.
   *
   * @param arguments name of the contender, name of the shape, folder of its model, and what else
   *     it wants: the folder of its compiled kernels or of its libraries, a number of threads,
   *     nothing
   */
  public static int run(List<String> arguments) throws IOException {
    PrintStream out = System.out;
    System.setOut(System.err);
    ModelShape shape = ModelShape.named(arguments.get(1));
    ModelFiles files = ModelFiles.in(Path.of(arguments.get(2)));
    try (Peer peer = open(arguments.getFirst(), shape, files, arguments.get(3))) {
      reply(out, PeerReply.ready(peer.description()));
      serve(peer, out);
      return 0;
    } catch (RuntimeException | LinkageError e) {
      reply(out, PeerReply.failed(e));
      throw e;
    }
  }

  private static Peer open(String name, ModelShape shape, ModelFiles files, String wanted) {
    return switch (name) {
      case "sigma" -> sigma(files, wanted, NumericsMode.EXACT);
      case "sigma-fast" -> sigma(files, wanted, NumericsMode.FAST);
      case "llama.cpp" ->
          new ContenderPeer(LlamaContender.open(files.gguf(), shape.vocabulary(), Path.of(wanted)));
      case "jlama" ->
          new ContenderPeer(
              JlamaContender.open(files.jlama(), shape.vocabulary(), Integer.parseInt(wanted)));
      case "reference" -> new ContenderPeer(ReferenceContender.open(files.sigma()));
      case "loop" -> LoopSteps.open(files.sigma(), Path.of(wanted));
      case "engine" -> EngineStreams.open(files.sigma(), Path.of(wanted));
      default -> throw new IllegalArgumentException("contender: " + name);
    };
  }

  private static Peer sigma(ModelFiles files, String kernels, NumericsMode numerics) {
    return new ContenderPeer(SigmaContender.open(files.sigma(), Path.of(kernels), numerics));
  }

  private static void serve(Peer peer, PrintStream out) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      reply(out, peer.answer(MAPPER.readValue(line, PeerRequest.class)));
    }
  }

  private static void reply(PrintStream out, PeerReply reply) {
    out.println(MAPPER.writeValueAsString(reply));
    out.flush();
  }
}
