package dev.sigma.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Compares the logits of two runners. */
public final class RunnerAgreement {

  private RunnerAgreement() {}

  /** The largest difference, relative to the largest value of {@code expected}. */
  public static double relativeError(float[] actual, float[] expected) {
    double difference = 0;
    double size = 0;
    for (int i = 0; i < expected.length; i++) {
      double d = Math.abs((double) actual[i] - expected[i]);
      difference = d <= difference ? difference : d; // NaN passes through
      size = Math.max(size, Math.abs(expected[i]));
    }
    return difference / size;
  }

  /** Runs a random text through both: a chunk, then token by token. */
  public static void assertAgree(
      ModelRunner actual, ModelRunner expected, int tokens, double bound) {
    int[] text = Text.randomTokens(new SplittableRandom(11), tokens, actual.config().vocabulary());
    float[][] a = new Text(text, new int[] {2, 0, 3, 1, 4}).run(actual, tokens - 12, 11, 1);
    float[][] b = new Text(text, new int[] {0, 1, 2, 3, 4}).run(expected, tokens - 12, 12);
    for (int row = 0; row < tokens; row++) {
      assertThat(relativeError(a[row], b[row])).as("row " + row).isLessThan(bound);
    }
  }

  /**
   * The largest error of each of 21 random texts of five tokens, in order: where runners round, a
   * number between two integers may fall to either, and all after it differs.
   */
  public static double[] errorsOfShortTexts(ModelRunner actual, ModelRunner expected) {
    SplittableRandom random = new SplittableRandom(31);
    double[] errors = new double[21];
    for (int i = 0; i < errors.length; i++) {
      int[] tokens = Text.randomTokens(random, 5, actual.config().vocabulary());
      float[][] a = new Text(tokens, new int[] {3}).run(actual, 4, 1);
      float[][] b = new Text(tokens, new int[] {5}).run(expected, 5);
      for (int row = 0; row < tokens.length; row++) {
        errors[i] = Math.max(errors[i], relativeError(a[row], b[row]));
      }
    }
    Arrays.sort(errors);
    return errors;
  }
}
