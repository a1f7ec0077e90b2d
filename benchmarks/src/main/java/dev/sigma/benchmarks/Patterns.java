package dev.sigma.benchmarks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Patterns of evaluation files. They are often written and checked with Python's {@code re}, which
 * takes a brace that begins no repetition, and a bracket or {@code &&} inside a character class, as
 * they stand; Java does not.
 */
final class Patterns {
  private static final Pattern REPETITION = Pattern.compile("\\{\\d+(?:,\\d*)?}");

  private Patterns() {}

  /**
   * @throws UsageException where the text is no pattern
   */
  static Pattern compile(String text) {
    try {
      return Pattern.compile(escaped(text));
    } catch (PatternSyntaxException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private static String escaped(String text) {
    StringBuilder result = new StringBuilder(text.length());
    Matcher repetition = REPETITION.matcher(text);
    int members = -1; // of the character class that is open; none is below 0
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inClass = members >= 0;
      if (c == '\\' && i + 1 < text.length()) {
        result.append(c).append(text.charAt(++i));
        members += inClass ? 1 : 0;
        continue;
      }
      boolean literal =
          inClass
              ? c == '[' || c == '&'
              : c == '{' && !repetition.region(i, text.length()).lookingAt();
      if (literal) {
        result.append('\\');
      }
      result.append(c);
      if (inClass) {
        // as the first member, a closing bracket stands for itself
        boolean negation = c == '^' && members == 0 && text.charAt(i - 1) == '[';
        members = c == ']' && members > 0 ? -1 : members + (negation ? 0 : 1);
      } else if (c == '[') {
        members = 0;
      }
    }
    return result.toString();
  }
}
