package dev.sigma.benchmarks.cpu;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much longer decoding streams wait for a token while a long prompt is computed: against the
 * same tokens of the same streams without it, since a step takes longer as they grow.
 */
final class Interference {

  private static final int ROUNDS = 3;
  private static final int STREAMS = 15;
  private static final int SHORT_PROMPT = 32;
  private static final int LONG_PROMPT = 4000;

  private Interference() {}

  /** The ratio of the 99th percentiles, the median of rounds with prompts of their own. */
  static CpuFigure measure(CpuSettings settings, ModelShape shape) throws IOException {
    double[] ratios = new double[ROUNDS];
    double[] quiet = new double[ROUNDS];
    double[] busy = new double[ROUNDS];
    double[] prompt = new double[ROUNDS];
    try (PeerProcess peer = PeerProcess.ofThisEngine(settings, shape, "engine", "engine")) {
      peer.ask(request(shape, 0)); // the first round warms up
      for (int round = 0; round < ROUNDS; round++) {
        PeerReply reply = peer.ask(request(shape, round + 1));
        quiet[round] = reply.values().get(1);
        busy[round] = reply.values().get(3);
        ratios[round] = busy[round] / quiet[round];
        prompt[round] = reply.seconds();
      }
    }
    Map<String, Object> detail = new TreeMap<>();
    detail.put("p99_ms_without", 1e3 * Rates.median(quiet));
    detail.put("p99_ms_with", 1e3 * Rates.median(busy));
    detail.put("long_prompt_first_token_s", Rates.median(prompt));
    detail.put("streams", STREAMS);
    return new CpuFigure("itl_p99_under_prefill_ratio", Rates.median(ratios), "ratio", detail);
  }

  private static PeerRequest request(ModelShape shape, int round) {
    int[][] prompts = new int[STREAMS + 1][];
    for (int i = 0; i < STREAMS; i++) {
      prompts[i] = Workload.text(shape, SHORT_PROMPT, 1000L * round + i);
    }
    prompts[STREAMS] = Workload.text(shape, LONG_PROMPT, 1000L * round + STREAMS);
    return new PeerRequest(PeerRequest.Action.INTERFERENCE, prompts, 0, 0);
  }
}
