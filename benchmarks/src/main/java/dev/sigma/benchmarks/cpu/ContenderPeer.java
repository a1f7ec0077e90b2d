package dev.sigma.benchmarks.cpu;

import java.util.Arrays;

/** Lets a contender answer requests. */
record ContenderPeer(Contender contender) implements Peer {

  @Override
  public String description() {
    return contender.description();
  }

  @Override
  public PeerReply answer(PeerRequest request) {
    int[][] prompts = request.prompts();
    int threads = request.threads();
    return switch (request.action()) {
      case PREFILL -> PeerReply.took(contender.prefill(prompts[0], threads));
      case DECODE -> PeerReply.took(contender.decode(prompts, request.count(), threads));
      case SCORE -> PeerReply.of(Arrays.stream(contender.score(prompts[0])).boxed().toList());
      case INTERFERENCE, STEPS, SAMPLED_STEPS ->
          throw new IllegalArgumentException("%s: of an engine alone".formatted(request.action()));
    };
  }

  @Override
  public void close() {
    contender.close();
  }
}
