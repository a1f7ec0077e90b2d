package dev.sigma.benchmarks;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * One measured figure.
 *
 * @param n how many samples stand behind {@code value}
 * @param detail what a reader needs to judge it: texts, numbers, and lists of them
 */
record Measurement(
    String bench,
    String metric,
    double value,
    String unit,
    int n,
    double min,
    double max,
    Map<String, Object> detail) {

  /** A figure that was counted once, rather than sampled. */
  static Measurement once(String bench, String metric, double value, String unit) {
    return new Measurement(bench, metric, value, unit, 1, value, value, Map.of());
  }

  /** The same with one more detail. */
  Measurement with(String name, Object value) {
    Map<String, Object> more = new TreeMap<>(detail);
    more.put(name, value);
    return new Measurement(bench, metric, this.value, unit, n, min, max, more);
  }

  /**
   * The {@code p}-th percentile of the samples: the smallest sample that at least p % of them do
   * not exceed.
   *
   * @param p above 0, up to 100
   * @throws IllegalArgumentException without samples
   */
  static Measurement percentile(
      String bench,
      String metric,
      double[] samples,
      int p,
      String unit,
      Map<String, Object> detail) {
    if (samples.length == 0 || p <= 0 || p > 100) {
      throw new IllegalArgumentException(
          "p: " + p + " of " + samples.length + " samples (expected: 1-100 of at least 1)");
    }
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(p / 100.0 * sorted.length);
    return new Measurement(
        bench,
        metric,
        sorted[rank - 1],
        unit,
        sorted.length,
        sorted[0],
        sorted[sorted.length - 1],
        detail);
  }
}
