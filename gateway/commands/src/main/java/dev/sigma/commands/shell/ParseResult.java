package dev.sigma.commands.shell;

/** What came of parsing. */
public sealed interface ParseResult {
  /** The text is a program. */
  record Program(Command command) implements ParseResult {}

  /**
   * The text is none, or is beyond a limit.
   *
   * @param position UTF-16 offset in the original command
   */
  record Failure(int position, String message) implements ParseResult {}
}
