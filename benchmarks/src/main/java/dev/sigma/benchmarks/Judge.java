package dev.sigma.benchmarks;

import dev.sigma.benchmarks.Expectation.Anything;
import dev.sigma.benchmarks.Expectation.Matches;
import dev.sigma.benchmarks.Expectation.OneOf;
import dev.sigma.benchmarks.Expectation.Pair;
import dev.sigma.benchmarks.Expectation.Runs;
import dev.sigma.benchmarks.Prediction.Verdict;
import java.io.IOException;
import java.util.Optional;

/** Says of commands whether they are what was expected. Thread-safe. */
final class Judge {
  private final Optional<Execution> execution;

  /**
   * @param execution for what is judged by running it; may be missing where there is none
   */
  Judge(Optional<Execution> execution) {
    this.execution = execution;
  }

  /**
   * The verdict on a command; an empty one is never right.
   *
   * @throws IOException where the sandbox fails
   */
  Verdict of(Expectation expectation, String command) throws IOException, InterruptedException {
    return switch (expectation) {
      case Anything _ -> Verdict.OPEN;
      case Matches matches -> verdict(!command.isBlank() && matches.accepts(command));
      case Pair pair -> verdict(!command.isBlank() && pair.accepts(command));
      case Runs runs -> execution.orElseThrow().of(runs, command);
      case OneOf golds -> verdict(!command.isBlank() && golds.accepts(command));
    };
  }

  private static Verdict verdict(boolean right) {
    return right ? Verdict.RIGHT : Verdict.WRONG;
  }
}
