package dev.sigma.commands.shell;

/** A place in a text that the lexer, the word reader and the parser move together. */
final class Cursor {
  private final SourceText source;
  private int position;

  Cursor(SourceText source) {
    this.source = source;
  }

  boolean atEnd() {
    return position >= source.length();
  }

  /** The character here, or NUL at the end; a text holds no NUL. */
  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    int index = position + ahead;
    return index < source.length() ? source.charAt(index) : 0;
  }

  void skip(int count) {
    position += count;
  }

  boolean startsWith(String prefix) {
    return source.text().startsWith(prefix, position);
  }

  int position() {
    return position;
  }

  void moveTo(int index) {
    position = index;
  }

  SourceText slice(int from, int to) {
    return source.slice(from, to);
  }

  String text() {
    return source.text();
  }

  int origin(int index) {
    return source.originOf(index);
  }

  int end(int index) {
    return source.endOf(index);
  }

  SyntaxException error(String message) {
    return errorAt(position, message);
  }

  SyntaxException errorAt(int index, String message) {
    return new SyntaxException(message, source.originOf(index));
  }

  /** Skips blanks and continued lines. */
  void skipBlanks() {
    while (true) {
      char c = peek();
      if (c == ' ' || c == '\t') {
        skip(1);
      } else if (c == '\\' && peek(1) == '\n') {
        skip(2);
      } else {
        return;
      }
    }
  }
}
