package dev.sigma.commands.risk;

import dev.sigma.commands.Risk;
import dev.sigma.commands.Shell;
import dev.sigma.commands.shell.SourceText;
import java.util.List;

/** Entry point of this package. Thread-safe. */
public final class RiskAnalyzer {

  private RiskAnalyzer() {}

  /** What was found: the risk, and short phrases about what will be touched. */
  public record Result(Risk risk, List<String> effects) {}

  /** Judges {@code command} as {@code shell} would run it. */
  public static Result analyze(String command, Shell shell) {
    Findings findings = new Findings(command);
    new Judge(findings, shell).script(SourceText.of(command), Input.TERMINAL);
    return new Result(findings.risk(), findings.effects());
  }
}
