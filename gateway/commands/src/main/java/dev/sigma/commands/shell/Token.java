package dev.sigma.commands.shell;

import java.util.List;

/** What the lexer hands to the parser. Positions are indexes of the text being parsed. */
record Token(Kind kind, String text, Word word, Head head, int from, int to) {
  enum Kind {
    WORD,
    OPERATOR,
    /** A number or {@code {name}} right before a redirection. */
    DESCRIPTOR,
    NEWLINE,
    END
  }

  /**
   * An assignment that a word starts with.
   *
   * @param name empty where there is none
   * @param written what was read before the value, as parts of a word
   */
  record Head(
      String name, List<WordPart> subscript, boolean append, Word value, List<WordPart> written) {
    static final Head NONE = new Head("", List.of(), false, new Word(List.of(), 0, 0), List.of());
  }

  boolean isOperator(String operator) {
    return kind == Kind.OPERATOR && text.equals(operator);
  }

  boolean isAssignment() {
    return !head.name().isEmpty();
  }

  /** How the token is called in a message. */
  String shown() {
    return switch (kind) {
      case END -> "end of command";
      case NEWLINE -> "newline";
      default -> "`" + text + "'";
    };
  }
}
