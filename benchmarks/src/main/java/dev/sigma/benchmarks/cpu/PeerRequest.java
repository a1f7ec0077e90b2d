package dev.sigma.benchmarks.cpu;

/**
 * One line to a contender's process.
 *
 * @param prompts token ids; several for {@link Action#DECODE} and {@link Action#INTERFERENCE}
 * @param count tokens to draw
 * @param threads to use, where the engine has a choice
 */
record PeerRequest(Action action, int[][] prompts, int count, int threads) {

  enum Action {
    PREFILL,
    DECODE,
    SCORE,
    INTERFERENCE,
    STEPS,
    SAMPLED_STEPS
  }
}
