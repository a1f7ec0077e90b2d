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

  /** The part of an assignment before its value. */
  record Head(String name, List<WordPart> subscript, boolean append, Word value) {
    static final Head NONE = new Head("", List.of(), false, new Word(List.of(), 0, 0));
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
