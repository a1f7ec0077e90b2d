package dev.sigma.benchmarks.cpu;

import java.util.Arrays;
import java.util.List;

/**
 * What a contender reached at a workload.
 *
 * @param threads that it ran with; 0: it has no choice
 * @param values tokens a second, by pair
 */
record Rates(String contender, int threads, double[] values) {

  double median() {
    return median(values);
  }

  /** These over the other's, pair by pair. */
  double[] over(Rates other) {
    double[] ratios = new double[values.length];
    Arrays.setAll(ratios, i -> values[i] / other.values[i]);
    return ratios;
  }

  /** The middle one; of an even number the mean of the two in the middle. */
  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** The smallest value that at least {@code p} % of them do not exceed. */
  static double percentile(List<Double> values, int p) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("values: none (expected: at least 1)");
    }
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.ceil(p / 100.0 * sorted.size()) - 1);
  }
}
