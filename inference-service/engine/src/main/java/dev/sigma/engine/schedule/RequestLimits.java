package dev.sigma.engine.schedule;

import static dev.sigma.engine.runner.StepPlan.BLOCK_TOKENS;

import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.sampling.Sampler;
import java.util.function.Supplier;

/**
 * What a request must keep to so that it can be served.
 *
 * @param vocabulary prompt ids are below this
 * @param context tokens of prompt and answer together that the model and the step take
 * @param pool tokens that the K/V pools hold
 */
record RequestLimits(int vocabulary, int context, long pool) {

  private static final int LONGEST_TENANT = 256;
  private static final int MOST_STOPS = 16;
  private static final int LONGEST_STOP = 1024;

  static RequestLimits of(ModelRunner runner) {
    long table = (long) runner.limits().blocksPerSequence() * BLOCK_TOKENS;
    return new RequestLimits(
        runner.config().vocabulary(),
        (int) Math.min(runner.config().maxPositions(), table),
        (long) runner.blocks() * BLOCK_TOKENS);
  }

  /**
   * @throws IllegalArgumentException saying what does not fit and what would
   */
  void check(GenerationRequest request) {
    length("tenant", request.tenant(), LONGEST_TENANT);
    int prompt = request.prompt().length;
    int most = request.maxTokens();
    int stops = request.stop().size();
    int top = request.topLogProbabilities();
    long total = (long) prompt + most;
    check(prompt >= 1, () -> "prompt: 0 tokens (expected: >= 1)");
    check(most >= 1, () -> "maxTokens: %d (expected: >= 1)".formatted(most));
    check(
        total <= context,
        () ->
            "prompt of %d tokens and maxTokens %d: %d together (expected: <= %d, the context)"
                .formatted(prompt, most, total, context));
    check(
        total <= pool,
        () ->
            "prompt of %d tokens and maxTokens %d: %d together (expected: <= %d, the K/V pools)"
                .formatted(prompt, most, total, pool));
    for (int i = 0; i < prompt; i++) {
      int id = request.prompt()[i];
      if (id < 0 || id >= vocabulary) {
        throw new IllegalArgumentException(
            "prompt[%d]: %d (expected: 0 to %d)".formatted(i, id, vocabulary - 1));
      }
    }
    check(
        stops <= MOST_STOPS,
        () -> "stop: %d strings (expected: <= %d)".formatted(stops, MOST_STOPS));
    request.stop().forEach(stop -> length("stop", stop, LONGEST_STOP));
    check(
        top >= 0 && top <= Sampler.MOST_ALTERNATIVES,
        () ->
            "topLogProbabilities: %d (expected: 0 to %d)"
                .formatted(top, Sampler.MOST_ALTERNATIVES));
  }

  private static void length(String name, String value, int longest) {
    check(
        !value.isEmpty() && value.length() <= longest,
        () -> "%s: %d characters (expected: 1 to %d)".formatted(name, value.length(), longest));
  }

  // a message is made only where one is needed: this runs for every request
  private static void check(boolean holds, Supplier<String> message) {
    if (!holds) {
      throw new IllegalArgumentException(message.get());
    }
  }
}
