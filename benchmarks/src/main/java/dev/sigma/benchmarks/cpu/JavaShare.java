package dev.sigma.benchmarks.cpu;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Java's share of a decode step: what the engine's loop does between steps on the device. Streams
 * draw the most probable token; the details also hold what drawing at a temperature takes.
 */
final class JavaShare {

  private static final int ROUNDS = 3;
  private static final int PROMPT = 32;
  private static final int TOKENS = 256;
  private static final List<Integer> STREAMS = List.of(1, 16);

  private JavaShare() {}

  /** The worst share of all numbers of streams, each the median of rounds. */
  static CpuFigure measure(CpuSettings settings, ModelShape shape) throws IOException {
    try (PeerProcess peer = PeerProcess.ofThisEngine(settings, shape, "loop", "loop")) {
      double worst = 0;
      Map<String, Object> detail = new TreeMap<>();
      for (int streams : STREAMS) {
        peer.ask(request(shape, streams, PeerRequest.Action.STEPS)); // warms up
        worst = Math.max(worst, add(detail, peer, shape, streams, PeerRequest.Action.STEPS));
        add(detail, peer, shape, streams, PeerRequest.Action.SAMPLED_STEPS);
      }
      return new CpuFigure("java_overhead_share_" + shape.name(), worst, "share", detail);
    }
  }

  private static double add(
      Map<String, Object> detail,
      PeerProcess peer,
      ModelShape shape,
      int streams,
      PeerRequest.Action action)
      throws IOException {
    double[] shares = new double[ROUNDS];
    double[] java = new double[ROUNDS];
    double[] step = new double[ROUNDS];
    double[] bytes = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      StepCost cost = StepCost.of(peer.ask(request(shape, streams, action)).values());
      shares[round] = cost.javaShare();
      java[round] = cost.javaMicros();
      step[round] = cost.stepMicros();
      bytes[round] = cost.bytes();
    }
    String name = (action == PeerRequest.Action.STEPS ? "greedy_" : "sampled_") + streams;
    detail.put(name + "_share", Rates.median(shares));
    detail.put(name + "_java_us", Rates.median(java));
    detail.put(name + "_step_us", Rates.median(step));
    detail.put(name + "_bytes", Rates.median(bytes));
    return Rates.median(shares);
  }

  private static PeerRequest request(ModelShape shape, int streams, PeerRequest.Action action) {
    int[][] prompts = new int[streams][];
    for (int i = 0; i < streams; i++) {
      prompts[i] = Workload.text(shape, PROMPT, 500 + i);
    }
    return new PeerRequest(action, prompts, TOKENS, 0);
  }
}
