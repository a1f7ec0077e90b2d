package dev.sigma.benchmarks;

import dev.sigma.benchmarks.Expectation.Runs;
import dev.sigma.benchmarks.Prediction.Verdict;
import dev.sigma.benchmarks.sandbox.Outcome;
import dev.sigma.benchmarks.sandbox.Sandbox;
import dev.sigma.benchmarks.sandbox.SandboxUnavailableException;
import dev.sigma.benchmarks.score.CommandText;
import dev.sigma.benchmarks.score.OutputOrder;
import java.io.IOException;

/** Judges commands by what they do. Thread-safe. */
final class Execution {
  /** Runs a command in a fresh place. */
  interface Runner {
    Outcome run(String command, Runs expected) throws IOException, InterruptedException;
  }

  private final Runner runner;

  Execution(Runner runner) {
    this.runner = runner;
  }

  /**
   * @throws UsageException where commands cannot be run safely
   */
  static Execution inSandbox() throws InterruptedException {
    try {
      Sandbox sandbox = Sandbox.open();
      return new Execution((command, expected) -> sandbox.run(command, expected.fixture()));
    } catch (SandboxUnavailableException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Right where the command does what one of the golds does; open where none of the golds can be
   * run here, whatever the command does.
   */
  Verdict of(Runs expected, String command) throws IOException, InterruptedException {
    boolean usable = false;
    for (String gold : expected.golds()) {
      Outcome outcome = runner.run(gold, expected);
      if (!outcome.isUsable()) {
        continue;
      }
      usable = true;
      if (!command.isBlank()
          && mayEqual(outcome, gold, command)
          && outcome.agrees(
              runner.run(gold, expected),
              runner.run(command, expected),
              OutputOrder.isOfFileSystem(gold))) {
        return Verdict.RIGHT;
      }
    }
    return usable ? Verdict.WRONG : Verdict.OPEN;
  }

  /** Whatever succeeds without a word does what a silent gold does: the program has to tell. */
  private static boolean mayEqual(Outcome outcome, String gold, String command) {
    return !outcome.isSilent() || CommandText.utility(command).equals(CommandText.utility(gold));
  }
}
