package dev.sigma.commands;

/** Texts of commands, compared by what they say rather than how they are spaced. */
public final class CommandText {
  private CommandText() {}

  /**
   * The command without leading, trailing and doubled blanks outside quotes; one behind an escaped
   * blank counts as doubled.
   */
  public static String normalised(String command) {
    String text = command.strip();
    StringBuilder result = new StringBuilder(text.length());
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && (c == ' ' || c == '\t')) {
        if (result.charAt(result.length() - 1) != ' ') {
          result.append(' ');
        }
        continue;
      }
      if (c == '\\' && quote != '\'' && i + 1 < text.length()) {
        result.append(c);
        c = text.charAt(++i);
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      result.append(c);
    }
    return result.toString();
  }
}
