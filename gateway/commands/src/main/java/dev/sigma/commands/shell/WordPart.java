package dev.sigma.commands.shell;

import java.util.List;

/** A piece of a {@link Word}. */
public sealed interface WordPart {
  /** Characters outside quotes: blanks split nothing here, but globs and braces are active. */
  record Literal(SourceText text) implements WordPart {
    int semicolons() {
      return (int) text.text().chars().filter(c -> c == ';').count();
    }
  }

  /** Characters that stand for themselves: single quotes, {@code $'..'}, after a backslash. */
  record Quoted(SourceText text) implements WordPart {}

  record DoubleQuoted(List<WordPart> parts) implements WordPart {}

  /**
   * {@code $name} or {@code ${name...}}.
   *
   * @param name empty where it is not a plain name
   * @param operator what follows the name: e.g. {@code :-}, empty for none. A sign before the name
   *     and {@code []} for a subscript come first: {@code #[]} for {@code ${#name[@]}}
   * @param argument parts of the subscript, then what follows the operator
   */
  record Parameter(String name, String operator, List<WordPart> argument, int start, int end)
      implements WordPart {}

  /** {@code $(...)} or backticks. */
  record CommandSubstitution(Command body, int start, int end) implements WordPart {}

  /** {@code $((...))} or {@code $[...]}; the parts are its expansions and the text between. */
  record Arithmetic(List<WordPart> parts, int start, int end) implements WordPart {}

  /** {@code <(...)}, {@code >(...)}, and {@code =(...)} of zsh. */
  record ProcessSubstitution(boolean output, Command body, int start, int end)
      implements WordPart {}

  /**
   * A glob with alternatives: {@code @(a|b)} of bash, {@code (a|b)} or {@code (qualifiers)} of zsh.
   */
  record PatternGroup(List<WordPart> parts, int start, int end) implements WordPart {}

  /** The words of {@code name=(...)}. */
  record ArrayLiteral(List<Word> words) implements WordPart {}

  /** What the shell would only notice to be wrong while it runs. */
  record Broken(String message, int start, int end) implements WordPart {}
}
