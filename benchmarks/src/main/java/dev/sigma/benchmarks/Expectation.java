package dev.sigma.benchmarks;

import dev.sigma.benchmarks.sandbox.Fixture;
import dev.sigma.benchmarks.score.CommandText;
import dev.sigma.commands.forms.CommandForms;
import java.util.List;
import java.util.regex.Pattern;

/** What makes a command right. */
sealed interface Expectation {

  /** Nothing is expected: the command is only kept. */
  record Anything() implements Expectation {}

  /** The whole command matches, after normalisation. */
  record Matches(Pattern pattern) implements Expectation {
    boolean accepts(String command) {
      return pattern.matcher(CommandText.normalise(command)).matches();
    }
  }

  /** The command equals one of these, both after normalisation. */
  record OneOf(List<String> golds) implements Expectation {
    boolean accepts(String command) {
      String normal = CommandText.normalise(command);
      return golds.stream().map(CommandText::normalise).anyMatch(normal::equals);
    }
  }

  /** One of a pair's commands: right where both read the same, whatever quotes and order. */
  record Pair(List<String> golds) implements Expectation {
    boolean accepts(String command) {
      String exact = CommandForms.exact(command);
      return golds.stream().map(CommandForms::exact).anyMatch(exact::equals);
    }
  }

  /** The command does what one of these does, each run in what the fixture holds. */
  record Runs(Fixture fixture, List<String> golds) implements Expectation {}
}
