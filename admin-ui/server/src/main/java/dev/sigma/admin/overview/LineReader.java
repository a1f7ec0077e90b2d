package dev.sigma.admin.overview;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A place in one line of metrics, moving on. */
final class LineReader {

  private static final int MOST_LABELS = 32;

  private final String line;
  private int at;

  LineReader(String line) {
    this.line = line;
  }

  boolean at(char c) {
    return at < line.length() && line.charAt(at) == c;
  }

  String rest() {
    if (at < line.length() && !blank(line.charAt(at)) && line.charAt(at - 1) != '}') {
      throw unexpected("a blank");
    }
    return line.substring(at);
  }

  /** A metric's name or, without colons, a label's. */
  String name(boolean colons) {
    int from = at;
    while (at < line.length() && namePart(line.charAt(at), at == from, colons)) {
      at++;
    }
    if (at == from) {
      throw unexpected("a name");
    }
    return line.substring(from, at);
  }

  /** Labels in braces; a comma may stand after the last. */
  Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    expect('{');
    blanks();
    while (!at('}')) {
      String name = name(false);
      blanks();
      expect('=');
      blanks();
      if (labels.put(name, quoted()) != null) {
        throw new ExpositionException("label " + name + " twice");
      }
      if (labels.size() > MOST_LABELS) {
        throw new ExpositionException("more than %d labels".formatted(MOST_LABELS));
      }
      blanks();
      if (!at('}')) {
        expect(',');
        blanks();
      }
    }
    expect('}');
    return Collections.unmodifiableMap(labels);
  }

  private String quoted() {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (!at('"')) {
      value.append(at('\\') ? escaped() : next());
    }
    expect('"');
    return value.toString();
  }

  private char escaped() {
    expect('\\');
    char c = next();
    return switch (c) {
      case 'n' -> '\n';
      case '\\', '"' -> c;
      default -> throw new ExpositionException("\\" + c + " (expected: \\\\, \\\" or \\n)");
    };
  }

  private char next() {
    if (at >= line.length()) {
      throw unexpected("more of the label");
    }
    return line.charAt(at++);
  }

  private void expect(char c) {
    if (!at(c)) {
      throw unexpected(String.valueOf(c));
    }
    at++;
  }

  private void blanks() {
    while (at < line.length() && blank(line.charAt(at))) {
      at++;
    }
  }

  private ExpositionException unexpected(String expected) {
    String found = at < line.length() ? String.valueOf(line.charAt(at)) : "the end";
    return new ExpositionException(
        "column %d: %s (expected: %s)".formatted(at + 1, found, expected));
  }

  private static boolean namePart(char c, boolean first, boolean colons) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || (colons && c == ':')
        || (!first && c >= '0' && c <= '9');
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t';
  }
}
