package dev.sigma.benchmarks.cpu;

import dev.sigma.benchmarks.cpu.PeerRequest.Action;
import java.util.SplittableRandom;

/**
 * Something whose rate is measured.
 *
 * @param name as in metrics
 * @param tokens that it computes or draws
 */
record Workload(String name, Action action, int[][] prompts, int count, int tokens) {

  private static final int DRAWN = 64;
  private static final int SHORT_PROMPT = 32;
  private static final int LONG_PROMPT = 512;

  static Workload prefill(ModelShape shape) {
    int[][] prompt = {text(shape, LONG_PROMPT, 0)};
    return new Workload("prefill", Action.PREFILL, prompt, 0, LONG_PROMPT);
  }

  static Workload decode(ModelShape shape) {
    int[][] prompt = {text(shape, SHORT_PROMPT, 1)};
    return new Workload("decode", Action.DECODE, prompt, DRAWN, DRAWN);
  }

  static Workload throughput(ModelShape shape, int sequences) {
    int[][] prompts = new int[sequences][];
    for (int i = 0; i < sequences; i++) {
      prompts[i] = text(shape, SHORT_PROMPT, 100 + i);
    }
    return new Workload("throughput" + sequences, Action.DECODE, prompts, DRAWN, sequences * DRAWN);
  }

  /** The same with a quarter of the draws, for trials; a prompt is as it is. */
  Workload shortened() {
    return new Workload(
        name,
        action,
        prompts,
        Math.ceilDiv(count, 4),
        count == 0 ? tokens : Math.ceilDiv(count, 4) * prompts.length);
  }

  /** Random token ids. */
  static int[] text(ModelShape shape, int tokens, long seed) {
    return new SplittableRandom(seed).ints(tokens, 0, shape.vocabulary()).toArray();
  }

  PeerRequest request(int threads) {
    return new PeerRequest(action, prompts, count, threads);
  }
}
