package dev.sigma.gateway.digest;

import java.util.ArrayList;
import java.util.List;

/** Texts as the rules speak of them: "blank" is U+0020, nothing else. */
final class Text {

  private static final int MOST_DIGITS = 10;

  private Text() {}

  static String trim(String text, String characters) {
    return trimEnd(trimStart(text, characters), characters);
  }

  static String trim(String text) {
    return trim(text, " ");
  }

  static String trimStart(String text, String characters) {
    int start = 0;
    while (start < text.length() && characters.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return text.substring(start);
  }

  static String trimEnd(String text, String characters) {
    int end = text.length();
    while (end > 0 && characters.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  /** The pieces between blanks and tabs, none empty. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ' ' || text.charAt(i) == '\t') {
        if (i > start) {
          words.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  /** The pieces between {@code separator}, empty ones too. */
  static List<String> split(String text, char separator) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
      pieces.add(text.substring(start, end));
      start = end + 1;
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  /** What stands before {@code separator}, or all. */
  static String before(String text, String separator) {
    int end = text.indexOf(separator);
    return end < 0 ? text : text.substring(0, end);
  }

  /** What stands behind {@code separator}, or nothing. */
  static String behind(String text, String separator) {
    int end = text.indexOf(separator);
    return end < 0 ? "" : text.substring(end + separator.length());
  }

  static boolean consistsOf(String text, String characters) {
    return text.chars().allMatch(c -> characters.indexOf(c) >= 0);
  }

  static boolean hasAny(String text, String characters) {
    return text.chars().anyMatch(c -> characters.indexOf(c) >= 0);
  }

  static boolean isDigits(String text) {
    return !text.isEmpty() && text.length() <= MOST_DIGITS && consistsOf(text, "0123456789");
  }

  static String joined(List<String> pieces, int from, int to) {
    return String.join(" ", pieces.subList(from, to));
  }
}
