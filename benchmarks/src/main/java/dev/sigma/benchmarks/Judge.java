package dev.sigma.benchmarks;

import dev.sigma.benchmarks.Expectation.Anything;
import dev.sigma.benchmarks.Expectation.Matches;
import dev.sigma.benchmarks.Expectation.OneOf;
import dev.sigma.benchmarks.Expectation.Pair;
import dev.sigma.benchmarks.Prediction.Verdict;

/** Says of commands whether they are what was expected. Thread-safe. */
final class Judge {

  /** The verdict on a command; an empty one is never right. */
  Verdict of(Expectation expectation, String command) {
    return switch (expectation) {
      case Anything _ -> Verdict.OPEN;
      case Matches matches -> verdict(!command.isBlank() && matches.accepts(command));
      case Pair pair -> verdict(!command.isBlank() && pair.accepts(command));
      case OneOf golds -> verdict(!command.isBlank() && golds.accepts(command));
    };
  }

  private static Verdict verdict(boolean right) {
    return right ? Verdict.RIGHT : Verdict.WRONG;
  }
}
