package dev.sigma.commands.shell;

/** Decodes {@code $'...'}. */
final class AnsiQuote {
  private AnsiQuote() {}

  /** Reads from the opening quote on. A NUL ends the text, as it does in the shell. */
  static SourceText read(Cursor cursor) {
    int open = cursor.position();
    cursor.skip(1);
    SourceText.Builder out = new SourceText.Builder(cursor.origin(open) + 1);
    boolean ended = false;
    while (true) {
      if (cursor.atEnd()) {
        throw cursor.errorAt(open, "unexpected end of command while looking for a closing `''");
      }
      int place = cursor.origin(cursor.position());
      char c = cursor.peek();
      cursor.skip(1);
      if (c == '\'') {
        return out.build();
      }
      String decoded = c == '\\' && !cursor.atEnd() ? escape(cursor) : String.valueOf(c);
      ended |= decoded.equals("\0");
      if (!ended) {
        out.append(decoded, place);
      }
    }
  }

  private static String escape(Cursor cursor) {
    char c = cursor.peek();
    cursor.skip(1);
    return switch (c) {
      case 'a' -> "\u0007";
      case 'b' -> "\b";
      case 'e', 'E' -> "\u001b";
      case 'f' -> "\f";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case 'v' -> "\u000b";
      case '\\', '\'', '"', '?' -> String.valueOf(c);
      case 'x' -> number(cursor, 16, 2, "\\x");
      case 'u' -> number(cursor, 16, 4, "\\u");
      case 'U' -> number(cursor, 16, 8, "\\U");
      case 'c' -> {
        char control = cursor.peek();
        cursor.skip(cursor.atEnd() ? 0 : 1);
        yield String.valueOf((char) (control & 0x1f));
      }
      default -> {
        if (c >= '0' && c <= '7') {
          cursor.skip(-1);
          yield number(cursor, 8, 3, "");
        }
        yield "\\" + c;
      }
    };
  }

  private static String number(Cursor cursor, int radix, int most, String otherwise) {
    int value = 0;
    int count = 0;
    while (count < most && Character.digit(cursor.peek(), radix) >= 0) {
      value = value * radix + Character.digit(cursor.peek(), radix);
      cursor.skip(1);
      count++;
    }
    if (count == 0) {
      return otherwise;
    }
    return Character.isValidCodePoint(value) ? Character.toString(value) : "\uFFFD";
  }
}
