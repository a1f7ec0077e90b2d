package dev.sigma.commands;

import dev.sigma.commands.explain.Explainer;
import dev.sigma.commands.risk.RiskAnalyzer;
import dev.sigma.commands.shell.ParseResult;
import dev.sigma.commands.shell.ShellParser;
import java.util.List;

/** Judges commands: entry point of this library. Thread-safe; never runs anything. */
public final class CommandAnalyzer {

  private CommandAnalyzer() {}

  /** Analyses {@code command} as it would run in {@code shell}. */
  public static CommandAnalysis analyze(String command, Shell shell) {
    if (command.isBlank()) {
      Reason reason = new Reason("unparsable", "There is no command.", 0, command.length());
      return new CommandAnalysis(
          new Risk(Risk.Level.UNKNOWN, List.of(reason)), List.of(), List.of(), true);
    }
    RiskAnalyzer.Result result = RiskAnalyzer.analyze(parsable(command, shell), shell);
    return new CommandAnalysis(
        result.risk(),
        result.effects(),
        Placeholders.in(command),
        result.risk().level() != Risk.Level.READ_ONLY);
  }

  /** Whether {@code shell} can read it at all, taking {@code <placeholders>} for words. */
  public static boolean isReadable(String command, Shell shell) {
    return !command.isBlank()
        && ShellParser.parse(parsable(command, shell), shell) instanceof ParseResult.Program;
  }

  /**
   * What the parts of {@code command} do, as far as its programs' manuals tell; nothing of what
   * cannot be parsed.
   */
  public static List<Explanation> explain(String command, Shell shell) {
    String text = parsable(command, shell);
    return ShellParser.parse(text, shell) instanceof ParseResult.Program(var parsed)
        ? Explainer.explain(parsed, text)
        : List.of();
  }

  /** The command, its {@code <placeholders>} as words if they keep it from being one. */
  private static String parsable(String command, Shell shell) {
    boolean fails = ShellParser.parse(command, shell) instanceof ParseResult.Failure;
    return fails ? Placeholders.asWords(command) : command;
  }
}
