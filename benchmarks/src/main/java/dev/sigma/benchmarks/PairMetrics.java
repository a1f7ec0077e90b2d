package dev.sigma.benchmarks;

import dev.sigma.benchmarks.Expectation.OneOf;
import dev.sigma.benchmarks.score.CommandText;

/** How far commands agree with those of pairs. */
final class PairMetrics {
  private PairMetrics() {}

  /** Whether the command starts the same program as one of those expected. */
  static boolean rightUtility(Prediction prediction) {
    return prediction.asked().expectation() instanceof OneOf(var golds)
        && golds.stream()
            .map(CommandText::utility)
            .anyMatch(CommandText.utility(prediction.command())::equals);
  }
}
