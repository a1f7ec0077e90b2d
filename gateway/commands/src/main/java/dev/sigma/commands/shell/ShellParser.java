package dev.sigma.commands.shell;

import dev.sigma.commands.Shell;

/**
 * Parses commands. Thread-safe. Time and memory are bounded by the limits below, and hostile text
 * gives a {@link ParseResult.Failure}, never an exception.
 */
public final class ShellParser {
  /** Longest text that is looked at, in UTF-16 code units. */
  public static final int MAX_LENGTH = 8_000;

  /** Deepest nesting of quotes, substitutions and compound commands. */
  public static final int MAX_DEPTH = 50;

  /** Most words, parts and commands in a tree. */
  public static final int MAX_NODES = 20_000;

  private ShellParser() {}

  public static ParseResult parse(String text, Shell shell) {
    return parse(SourceText.of(text), shell);
  }

  public static ParseResult parse(SourceText text, Shell shell) {
    if (text.length() > MAX_LENGTH) {
      return new ParseResult.Failure(
          0, "length: " + text.length() + " (expected: <= " + MAX_LENGTH + ")");
    }
    int zero = text.text().indexOf('\0');
    if (zero >= 0) {
      return new ParseResult.Failure(text.originOf(zero), "a NUL character");
    }
    try {
      return new ParseResult.Program(new CommandParser(text, shell, new Budget()).program());
    } catch (SyntaxException e) {
      return new ParseResult.Failure(e.position(), e.reason());
    }
  }
}
