package dev.sigma.benchmarks.cpu;

/** An engine with a model loaded, inside its own process. Batches of one but where it says so. */
interface Contender extends AutoCloseable {

  /** What it is and what of the processor it uses, for people. */
  String description();

  /**
   * Computes a prompt, up to the logits of its last token.
   *
   * @param threads where the engine has a choice
   * @return seconds
   */
  double prefill(int[] prompt, int threads);

  /**
   * Computes prompts of equal length, untimed, then draws the most probable token {@code count}
   * times for all of them together.
   *
   * @return seconds of the draws
   */
  double decode(int[][] prompts, int count, int threads);

  /**
   * Reads a text.
   *
   * @return for each token but the first, minus the logarithm of its probability
   */
  double[] score(int[] tokens);

  @Override
  void close();
}
