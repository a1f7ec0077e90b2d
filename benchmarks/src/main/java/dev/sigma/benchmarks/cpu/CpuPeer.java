package dev.sigma.benchmarks.cpu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A contender's process: loads its model, says so, then answers a request a line until its standard
 * input ends. What libraries print goes to the standard error output.
 */
public final class CpuPeer {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final Contender contender;

  private CpuPeer(Contender contender) {
    this.contender = contender;
  }

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
    try (Contender contender = open(arguments.getFirst(), shape, files, arguments.get(3))) {
      reply(out, PeerReply.ready(contender.description()));
      new CpuPeer(contender).serve(out);
      return 0;
    } catch (RuntimeException | LinkageError e) {
      reply(out, PeerReply.failed(e));
      throw e;
    }
  }

  private static Contender open(String name, ModelShape shape, ModelFiles files, String wanted) {
    return switch (name) {
      case "sigma" -> SigmaContender.open(files.sigma(), Path.of(wanted));
      case "llama.cpp" -> LlamaContender.open(files.gguf(), shape.vocabulary(), Path.of(wanted));
      case "jlama" ->
          JlamaContender.open(files.jlama(), shape.vocabulary(), Integer.parseInt(wanted));
      case "reference" -> ReferenceContender.open(files.sigma());
      default -> throw new IllegalArgumentException("contender: " + name);
    };
  }

  private void serve(PrintStream out) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      reply(out, answer(MAPPER.readValue(line, PeerRequest.class)));
    }
  }

  private PeerReply answer(PeerRequest request) {
    int[][] prompts = request.prompts();
    int threads = request.threads();
    return switch (request.action()) {
      case PREFILL -> PeerReply.took(contender.prefill(prompts[0], threads));
      case DECODE -> PeerReply.took(contender.decode(prompts, request.count(), threads));
      case SCORE -> PeerReply.of(Arrays.stream(contender.score(prompts[0])).boxed().toList());
    };
  }

  private static void reply(PrintStream out, PeerReply reply) {
    out.println(MAPPER.writeValueAsString(reply));
    out.flush();
  }
}
