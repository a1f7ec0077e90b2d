package dev.sigma.commands;

/**
 * Why a command has its level.
 *
 * @param rule stable name of the rule, e.g. {@code deletes}
 * @param text one sentence for a human: what will happen to what
 * @param start first UTF-16 code unit in the command that the reason is about
 * @param end one past the last code unit
 */
public record Reason(String rule, String text, int start, int end) {
  public Reason {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "span: " + start + ".." + end + " (expected: 0 <= start <= end)");
    }
  }
}
