package dev.sigma.commands;

import java.util.ArrayList;
import java.util.List;

/** Texts of commands, compared by what they say rather than how they are spaced. */
public final class CommandText {
  private CommandText() {}

  /** The command without leading, trailing and doubled blanks outside quotes. */
  public static String normalised(String command) {
    return String.join(" ", words(command));
  }

  /** Split at blanks outside quotes; one behind an escaped blank counts as doubled. */
  private static List<String> words(String command) {
    String text = command.strip();
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && (c == ' ' || c == '\t')) {
        if (!word.isEmpty() && word.charAt(word.length() - 1) != ' ') {
          words.add(word.toString());
          word.setLength(0);
        }
        continue;
      }
      if (c == '\\' && quote != '\'' && i + 1 < text.length()) {
        word.append(c);
        c = text.charAt(++i);
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      word.append(c);
    }
    if (!word.isEmpty() || words.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }
}
