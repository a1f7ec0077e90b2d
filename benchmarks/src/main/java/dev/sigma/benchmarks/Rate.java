package dev.sigma.benchmarks;

import dev.sigma.benchmarks.Prediction.Verdict;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Shares as measurements. */
final class Rate {
  private Rate() {}

  /** How many of the judged ones are right. */
  static Measurement right(String metric, List<Prediction> predictions) {
    List<Prediction> judged =
        predictions.stream().filter(p -> p.verdict() != Verdict.OPEN).toList();
    return of(metric, judged, Prediction::right);
  }

  static Measurement of(
      String metric, List<Prediction> predictions, Predicate<Prediction> counted) {
    return of(metric, predictions.stream().filter(counted).count(), predictions.size());
  }

  /** A share; 0 of nothing is 0, and {@code n} says so. */
  static Measurement of(String metric, long hits, int n) {
    double value = n == 0 ? 0 : (double) hits / n;
    return new Measurement(
        "eval", metric, value, "ratio", n, value, value, Map.of("right", hits, "of", n));
  }
}
