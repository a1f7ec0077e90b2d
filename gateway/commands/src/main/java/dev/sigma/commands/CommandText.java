package dev.sigma.commands;

/** Texts of commands, compared by what they say rather than how they are spaced. */
public final class CommandText {
  private CommandText() {}

  /** The command without leading, trailing and doubled blanks outside quotes. */
  public static String normalised(String command) {
    StringBuilder out = new StringBuilder(command.length());
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (quote == 0 && (c == ' ' || c == '\t')) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
        continue;
      }
      if (c == '\\' && quote != '\'' && i + 1 < command.length()) {
        out.append(c);
        c = command.charAt(++i);
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      out.append(c);
    }
    return out.toString().strip();
  }
}
