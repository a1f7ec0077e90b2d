package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.model.WeightMatrix;
import dev.sigma.engine.opencl.OpenClException;
import dev.sigma.engine.runner.ActivationRounding;
import dev.sigma.engine.runner.KeyValueFormat;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.runner.StepPlan;
import dev.sigma.engine.runner.reference.ReferenceRunner;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Asks a device before it serves: one layer of the real model over a few tokens, a prefill chunk
 * and then a decode row, must give the reference's logits. Of a large vocabulary only the first
 * rows take part, so that it costs little.
 */
public final class SelfCheck {

  /**
   * Largest difference of a logit, relative to the largest logit. Rounding of sums leaves about
   * 1e-6; a wrong kernel leaves about 1.
   */
  static final double BOUND = 1e-3;

  /**
   * The same for rounded activations, K or V: one between two integers may fall to the other, which
   * leaves up to 1e-2.
   */
  static final double ROUNDED_BOUND = 5e-2;

  private static final int[] TOKENS = {1, 2, 3, 5, 8};
  private static final int VOCABULARY = 512;

  private SelfCheck() {}

  /**
   * What came out.
   *
   * @param agreed whether the device may serve
   * @param relativeError the largest difference found, relative to the largest logit; NaN if
   *     nothing could be compared
   * @param message for people: what was compared, or why it failed
   */
  public record Result(boolean agreed, double relativeError, String message) {}

  /**
   * Runs the check on a device of its own; it is closed again.
   *
   * @param options the runner's
   */
  public static Result run(ModelConfig config, ModelWeights weights, RunnerOptions options) {
    ModelConfig small = oneLayer(config);
    ModelWeights part = oneLayer(weights, small);
    StepLimits limits = new StepLimits(TOKENS.length, 1, 1, 1);
    try (OpenClRunner runner = OpenClRunner.open(small, part, options, limits, 2);
        ModelRunner reference =
            new ReferenceRunner(small, part, runner.rounding(), options.keyValues(), limits, 2)) {
      boolean rounded =
          runner.rounding() != ActivationRounding.NONE || options.keyValues() != KeyValueFormat.F32;
      return compare(runner, reference, rounded ? ROUNDED_BOUND : BOUND);
    } catch (OpenClException e) {
      return new Result(false, Double.NaN, String.valueOf(e.getMessage()));
    }
  }

  /** Compares two runners of the same one-layer model. */
  static Result compare(ModelRunner runner, ModelRunner reference, double bound) {
    int count = Math.min(TOKENS.length, runner.config().maxPositions());
    double error = 0;
    error = worse(error, difference(runner, reference, 0, Math.max(1, count - 1)));
    if (count > 1) {
      error = worse(error, difference(runner, reference, count - 1, 1));
    }
    boolean agreed = error <= bound;
    return new Result(
        agreed,
        error,
        "one layer over %d tokens on %s with %s kernels: relative error %.1e (expected: at most %.0e)"
            .formatted(
                count,
                runner.description().device(),
                runner.description().kernelFamily(),
                error,
                bound));
  }

  private static double difference(ModelRunner runner, ModelRunner reference, int from, int count) {
    float[] actual = logits(runner, from, count);
    float[] expected = logits(reference, from, count);
    double difference = 0;
    double size = Float.MIN_NORMAL;
    for (int i = 0; i < expected.length; i++) {
      difference = worse(difference, Math.abs((double) actual[i] - expected[i]));
      size = worse(size, Math.abs(expected[i]));
    }
    return difference / size;
  }

  /** The larger one; NaN wins, so that it cannot pass for agreement. */
  private static double worse(double a, double b) {
    return Math.max(a, b);
  }

  private static float[] logits(ModelRunner runner, int from, int count) {
    int[] tokens = TOKENS.clone();
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] %= runner.config().vocabulary();
    }
    StepPlan step = new StepPlan(runner.limits());
    step.add(tokens, from, count, from, new int[] {1}, 1, StepPlan.Logits.LAST);
    FloatBuffer logits = FloatBuffer.allocate(runner.config().vocabulary());
    runner.run(step, logits);
    return logits.array();
  }

  private static ModelConfig oneLayer(ModelConfig config) {
    return new ModelConfig(
        config.modelType(),
        1,
        config.hidden(),
        config.feedForward(),
        Math.min(VOCABULARY, config.vocabulary()),
        config.maxPositions(),
        config.rmsEpsilon(),
        config.rope(),
        config.tiedEmbeddings(),
        config.attention());
  }

  private static ModelWeights oneLayer(ModelWeights weights, ModelConfig small) {
    WeightMatrix embedding = firstRows(weights.embedding(), small.vocabulary());
    return new ModelWeights(
        embedding,
        List.of(weights.layers().getFirst()),
        weights.finalNorm(),
        small.tiedEmbeddings() ? embedding : firstRows(weights.output(), small.vocabulary()));
  }

  private static WeightMatrix firstRows(WeightMatrix w, int rows) {
    float[] scales = new float[rows * w.groups()];
    System.arraycopy(w.scales(), 0, scales, 0, scales.length);
    return new WeightMatrix(
        w.name(),
        rows,
        w.columns(),
        w.format(),
        w.data().asSlice(0, w.format().rowBytes(w.columns()) * rows),
        w.groupSize(),
        scales);
  }
}
