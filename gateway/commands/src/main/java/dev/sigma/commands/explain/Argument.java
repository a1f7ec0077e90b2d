package dev.sigma.commands.explain;

/**
 * A word as it is written.
 *
 * @param start first UTF-16 code unit of it in the command
 * @param end one past the last
 */
record Argument(String text, int start, int end) {
  boolean isOption() {
    return text.length() > 1 && text.charAt(0) == '-';
  }
}
