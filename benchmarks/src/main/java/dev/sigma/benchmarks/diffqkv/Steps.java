package dev.sigma.benchmarks.diffqkv;

import java.util.Arrays;
import java.util.List;

/**
 * Decode steps of one variant at one context.
 *
 * @param bytes that a step reads at least
 * @param passes milliseconds of each step, by pass
 */
public record Steps(long bytes, List<double[]> passes) {

  /** Milliseconds of all passes' steps. */
  public double[] all() {
    return passes.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /** Of all passes together. */
  public double median() {
    return median(all());
  }

  /** Of each pass. */
  public List<Double> medians() {
    return passes.stream().map(Steps::median).toList();
  }

  /** One that was measured: of an even number the lower of the two in the middle. */
  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) / 2];
  }
}
