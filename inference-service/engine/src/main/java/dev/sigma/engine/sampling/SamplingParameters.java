package dev.sigma.engine.sampling;

/**
 * How the next token is drawn. Sampling is counter-based: the draw at sequence position {@code p}
 * depends on {@code (seed, p)} and the logits alone, so that an answer can be continued elsewhere
 * from its token ids.
 *
 * @param temperature 0: the most probable token (ties: the lower id)
 * @param topK keep the k most probable; 0: all
 * @param topP keep the smallest set with at least this probability; 1: all
 * @param minP drop what is less probable than {@code minP} times the most probable; 0: none
 * @param presencePenalty subtracted once from the logit of every token already generated
 * @param frequencyPenalty subtracted from a token's logit per time it was generated
 * @param seed of the counter-based generator
 */
public record SamplingParameters(
    float temperature,
    int topK,
    float topP,
    float minP,
    float presencePenalty,
    float frequencyPenalty,
    long seed) {

  /** The most probable token, always. */
  public static final SamplingParameters GREEDY = new SamplingParameters(0, 0, 1, 0, 0, 0, 0);

  public SamplingParameters {
    between("temperature", temperature, 0, 2);
    if (topK < 0) {
      throw new IllegalArgumentException("topK: %d (expected: >= 0)".formatted(topK));
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException("topP: %s (expected: > 0 and <= 1)".formatted(topP));
    }
    between("minP", minP, 0, 1);
    between("presencePenalty", presencePenalty, -2, 2);
    between("frequencyPenalty", frequencyPenalty, -2, 2);
  }

  private static void between(String name, float value, float low, float high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "%s: %s (expected: %s to %s)".formatted(name, value, low, high));
    }
  }
}
