package dev.sigma.benchmarks.cpu;

import java.nio.FloatBuffer;

/** What contenders do with a row of logits: the same code for all of them. */
final class Logits {

  private Logits() {}

  /** The index of the largest of {@code count} values from {@code from} on. */
  static int argmax(FloatBuffer logits, int from, int count) {
    int best = 0;
    float most = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      float value = logits.get(from + i);
      if (value > most) {
        most = value;
        best = i;
      }
    }
    return best;
  }

  /** Minus the logarithm of the probability that {@code count} logits give {@code token}. */
  static double surprise(FloatBuffer logits, int from, int count, int token) {
    double most = logits.get(from + argmax(logits, from, count));
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += Math.exp(logits.get(from + i) - most);
    }
    return most + Math.log(sum) - logits.get(from + token);
  }
}
