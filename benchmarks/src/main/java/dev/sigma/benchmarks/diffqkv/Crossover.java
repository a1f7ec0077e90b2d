package dev.sigma.benchmarks.diffqkv;

import java.util.List;
import java.util.Optional;

/**
 * Where one curve falls below another and stays there.
 *
 * @param tokens context
 * @param milliseconds of both there
 */
public record Crossover(double tokens, double milliseconds) {

  /**
   * Looks for it between two contexts measured, where straight lines through their points meet.
   *
   * @param baseline times by context, ascending
   * @param times likewise, at the same contexts
   * @return the first point where {@code times} are below at all contexts; empty where they are not
   *     below at the last one
   */
  public static Optional<Crossover> of(List<Point> baseline, List<Point> times) {
    int first = baseline.size();
    while (first > 0 && gain(baseline, times, first - 1) > 0) {
      first--;
    }
    if (first == baseline.size()) {
      return Optional.empty();
    }
    Point after = baseline.get(first);
    if (first == 0) {
      return Optional.of(new Crossover(after.context(), after.milliseconds()));
    }
    Point before = baseline.get(first - 1);
    double loss = -gain(baseline, times, first - 1);
    double part = loss / (loss + gain(baseline, times, first));
    return Optional.of(
        new Crossover(
            before.context() + part * (after.context() - before.context()),
            before.milliseconds() + part * (after.milliseconds() - before.milliseconds())));
  }

  private static double gain(List<Point> baseline, List<Point> times, int i) {
    return baseline.get(i).milliseconds() - times.get(i).milliseconds();
  }
}
