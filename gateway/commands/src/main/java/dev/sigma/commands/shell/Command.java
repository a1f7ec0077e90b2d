package dev.sigma.commands.shell;

import java.util.List;

/** A command of the shell language. Ranges are of the original command. */
public sealed interface Command {
  int start();

  int end();

  /** Assignments, then a name and its arguments, any of which may be missing. */
  record Simple(
      List<Assignment> assignments, List<Word> words, List<Redirect> redirects, int start, int end)
      implements Command {}

  record Pipeline(List<Command> stages, int start, int end) implements Command {}

  /** Commands joined by {@code &&} and {@code ||}. */
  record AndOr(List<Command> parts, int start, int end) implements Command {}

  /** Commands one after the other; may be empty. */
  record Sequence(List<Command> parts, int start, int end) implements Command {}

  record Background(Command command, int start, int end) implements Command {}

  /** A subshell or a group. */
  record Block(boolean subshell, Command body, List<Redirect> redirects, int start, int end)
      implements Command {}

  /** Conditions and bodies in turn; a last body without condition is the {@code else}. */
  record If(List<Command> parts, List<Redirect> redirects, int start, int end) implements Command {}

  /** {@code while} and {@code until}. */
  record While(Command condition, Command body, List<Redirect> redirects, int start, int end)
      implements Command {}

  /** {@code for} and {@code select}. */
  record For(
      String variable, List<Word> items, Command body, List<Redirect> redirects, int start, int end)
      implements Command {}

  record ArithmeticFor(
      List<WordPart> header, Command body, List<Redirect> redirects, int start, int end)
      implements Command {}

  record Case(
      Word subject,
      List<Word> patterns,
      List<Command> bodies,
      List<Redirect> redirects,
      int start,
      int end)
      implements Command {}

  record Function(String name, Command body, int start, int end) implements Command {}

  /** {@code [[ ... ]]}: its words, operators among them. */
  record Test(List<Word> words, List<Redirect> redirects, int start, int end) implements Command {}

  /** {@code (( ... ))}. */
  record Arithmetic(List<WordPart> parts, List<Redirect> redirects, int start, int end)
      implements Command {}

  record Coprocess(Command body, int start, int end) implements Command {}

  /** Backticks whose content is no command; the shell notices only when it gets there. */
  record Unparsed(String message, int start, int end) implements Command {}
}
