package dev.sigma.engine.sampling;

import java.nio.FloatBuffer;

/**
 * Draws a token from a row of logits. The result depends on the row, the parameters, the generated
 * tokens (penalties only) and the position, on nothing else: sums run in double precision in index
 * order, and {@link StrictMath} gives the same exponentials on every machine. The one sum over a
 * whole vocabulary that every draw needs is taken from whoever computed the logits, where they can.
 *
 * <p>Order of work: penalties, temperature, top-k, top-p over what top-k left, min-p, draw. Ties of
 * probability go to the lower id throughout. Log-probabilities are those of the logits as they
 * came, before penalties, temperature and truncation.
 *
 * <p>The answer stands in the sampler until the next draw, and scratch of a vocabulary's size is
 * made once, so that a draw allocates nothing. Not thread-safe.
 */
public final class Sampler {

  /** Alternatives reported at most. */
  public static final int MOST_ALTERNATIVES = 20;

  /**
   * Tokens so much less probable than the first (as a logarithm: 4e-18 times) are never drawn; of a
   * peaked row that spares most exponentials.
   */
  private static final double NEVER = -40;

  private final int vocabulary;
  private final int drawable;
  private final float[] logits;
  private final double[] weights;
  private final int[] counts;
  private final Candidates candidates;

  private int id;
  private float logProbability;
  private final int[] topIds = new int[MOST_ALTERNATIVES];
  private final float[] topLogProbabilities = new float[MOST_ALTERNATIVES];
  private int topCount;

  /**
   * @param vocabulary logits in a row
   * @param drawable ids below this may be drawn: rows of an embedding padded past its tokenizer are
   *     no tokens
   */
  public Sampler(int vocabulary, int drawable) {
    if (drawable < 1 || drawable > vocabulary) {
      throw new IllegalArgumentException(
          "drawable: %d (expected: 1 to %d, the vocabulary)".formatted(drawable, vocabulary));
    }
    this.vocabulary = vocabulary;
    this.drawable = drawable;
    logits = new float[vocabulary];
    weights = new double[drawable];
    counts = new int[drawable];
    candidates = new Candidates(drawable);
  }

  /**
   * Draws the token at {@code position}.
   *
   * @param source logits, {@code [vocabulary]} from {@code offset}
   * @param offset index in {@code source} of the first
   * @param parameters how to draw
   * @param position of the drawn token in its sequence, counted from 0
   * @param tokens the sequence's tokens
   * @param generatedFrom index in {@code tokens} of the first generated one
   * @param generatedTo index past the last generated one
   * @param alternatives most probable tokens to report, 0 to {@link #MOST_ALTERNATIVES}
   * @throws NonFiniteLogitsException for a logit that is not finite
   */
  public void draw(
      FloatBuffer source,
      int offset,
      SamplingParameters parameters,
      int position,
      int[] tokens,
      int generatedFrom,
      int generatedTo,
      int alternatives) {
    draw(
        source,
        offset,
        logNormaliser(source, offset),
        parameters,
        position,
        tokens,
        generatedFrom,
        generatedTo,
        alternatives);
  }

  /**
   * The same for a row whose sum is known.
   *
   * @param logNormaliser natural logarithm of the sum of the row's exponentials; not finite: a
   *     logit is not
   */
  public void draw(
      FloatBuffer source,
      int offset,
      double logNormaliser,
      SamplingParameters parameters,
      int position,
      int[] tokens,
      int generatedFrom,
      int generatedTo,
      int alternatives) {
    if (alternatives < 0 || alternatives > MOST_ALTERNATIVES) {
      throw new IllegalArgumentException(
          "alternatives: %d (expected: 0 to %d)".formatted(alternatives, MOST_ALTERNATIVES));
    }
    source.get(offset, logits);
    if (!Double.isFinite(logNormaliser)) {
      finiteMaximum();
      throw new IllegalArgumentException(
          "logNormaliser: %s of finite logits (expected: a finite number)"
              .formatted(logNormaliser));
    }
    rankTop(alternatives);
    for (int i = 0; i < topCount; i++) {
      topLogProbabilities[i] = (float) (logits[topIds[i]] - logNormaliser);
    }
    id = choose(parameters, position, tokens, generatedFrom, generatedTo);
    float asItCame = source.get(offset + id); // penalties may have changed the copy
    logProbability = (float) (asItCame - logNormaliser);
  }

  /**
   * Natural logarithm of the sum of a row's exponentials, for rows of which nobody knows it.
   *
   * @throws NonFiniteLogitsException for a logit that is not finite
   */
  public double logNormaliser(FloatBuffer source, int offset) {
    source.get(offset, logits);
    double maximum = finiteMaximum();
    double sum = 0;
    for (int i = 0; i < vocabulary; i++) {
      sum += StrictMath.exp(logits[i] - maximum);
    }
    return maximum + StrictMath.log(sum);
  }

  /** The drawn token. */
  public int id() {
    return id;
  }

  /** Natural log of its probability under the logits as they came. */
  public float logProbability() {
    return logProbability;
  }

  /** Alternatives found; less than asked for only where the vocabulary is smaller. */
  public int topCount() {
    return topCount;
  }

  /** The {@code rank}-th most probable token. */
  public int topId(int rank) {
    return topIds[rank];
  }

  /** Natural log of the probability of the {@code rank}-th most probable token. */
  public float topLogProbability(int rank) {
    return topLogProbabilities[rank];
  }

  private double finiteMaximum() {
    float maximum = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < vocabulary; i++) {
      float logit = logits[i];
      if (!Float.isFinite(logit)) {
        throw new NonFiniteLogitsException(i, logit);
      }
      maximum = Math.max(maximum, logit);
    }
    return maximum;
  }

  /** Insertion into a short sorted list; most tokens fail the first comparison. */
  private void rankTop(int alternatives) {
    topCount = 0;
    if (alternatives == 0) {
      return;
    }
    for (int i = 0; i < drawable; i++) {
      float logit = logits[i];
      if (topCount == alternatives && logit <= logits[topIds[topCount - 1]]) {
        continue;
      }
      int at = topCount < alternatives ? topCount++ : topCount - 1;
      while (at > 0 && logits[topIds[at - 1]] < logit) {
        topIds[at] = topIds[at - 1];
        at--;
      }
      topIds[at] = i;
    }
  }

  private int choose(SamplingParameters parameters, int position, int[] tokens, int from, int to) {
    if (parameters.presencePenalty() != 0 || parameters.frequencyPenalty() != 0) {
      penalise(parameters, tokens, from, to);
    }
    int best = mostProbable();
    if (parameters.temperature() == 0) {
      return best;
    }
    double maximum = logits[best];
    double temperature = parameters.temperature();
    double total = 0;
    for (int i = 0; i < drawable; i++) {
      double below = (logits[i] - maximum) / temperature;
      weights[i] = below < NEVER ? 0 : StrictMath.exp(below);
      total += weights[i];
    }
    double uniform = CounterRandom.uniform(parameters.seed(), position);
    if (parameters.topK() == 0 && parameters.topP() == 1 && parameters.minP() == 0) {
      return drawFromAll(uniform * total, best);
    }
    return candidates.draw(weights, total, parameters, uniform);
  }

  /** The maximum is kept beside its id: read again through the id it took 8.6 us, so 6.1. */
  private int mostProbable() {
    int best = 0;
    float maximum = logits[0];
    for (int i = 1; i < drawable; i++) {
      float logit = logits[i];
      if (logit > maximum) {
        maximum = logit;
        best = i;
      }
    }
    return best;
  }

  private void penalise(SamplingParameters parameters, int[] tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      counts[tokens[i]]++;
    }
    for (int i = from; i < to; i++) {
      int count = counts[tokens[i]];
      if (count > 0) {
        logits[tokens[i]] -= parameters.presencePenalty() + count * parameters.frequencyPenalty();
        counts[tokens[i]] = 0;
      }
    }
  }

  private int drawFromAll(double threshold, int best) {
    double cumulative = 0;
    for (int i = 0; i < drawable; i++) {
      cumulative += weights[i];
      if (cumulative > threshold) {
        return i;
      }
    }
    return best; // rounding let the threshold reach the total
  }
}
