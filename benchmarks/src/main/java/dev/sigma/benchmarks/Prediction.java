package dev.sigma.benchmarks;

import dev.sigma.benchmarks.EvalItem.Anything;
import dev.sigma.benchmarks.EvalItem.Matches;
import dev.sigma.benchmarks.EvalItem.OneOf;

/**
 * What came back for one request.
 *
 * @param command empty where none came
 * @param error why none came, else empty
 */
record Prediction(EvalItem item, String command, String error) {

  /** Whether the command is what was expected. */
  boolean right() {
    return switch (item.expectation()) {
      case Anything _ -> error.isEmpty();
      case Matches(var pattern) -> error.isEmpty() && pattern.matcher(command).matches();
      case OneOf(var commands) ->
          error.isEmpty()
              && commands.stream()
                  .map(CommandText::normalise)
                  .anyMatch(CommandText.normalise(command)::equals);
    };
  }

  /** Whether the command starts the same program as one of those expected. */
  boolean rightUtility() {
    return item.expectation() instanceof OneOf(var commands)
        && error.isEmpty()
        && commands.stream()
            .map(CommandText::utility)
            .anyMatch(CommandText.utility(command)::equals);
  }
}
