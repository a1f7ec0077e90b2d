package dev.sigma.benchmarks.score;

import java.util.List;
import java.util.Set;

/** How commands are compared: as texts, after white space that means nothing is evened out. */
public final class CommandText {
  private static final Set<String> PREFIXES = Set.of("sudo", "env", "time", "nohup");

  private CommandText() {}

  /** White space outside quotes becomes one space, and a closing semicolon goes. */
  public static String normalise(String command) {
    StringBuilder result = new StringBuilder(command.length());
    char quote = 0;
    boolean gap = false;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (quote == 0 && Character.isWhitespace(c)) {
        gap = true;
        continue;
      }
      if (gap && !result.isEmpty()) {
        result.append(' ');
      }
      gap = false;
      result.append(c);
      if (c == '\\' && quote != '\'' && i + 1 < command.length()) {
        result.append(command.charAt(++i));
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
    }
    String text = result.toString();
    boolean closing = text.endsWith(";") && !text.endsWith("\\;") && !text.endsWith(";;");
    return closing ? text.substring(0, text.length() - 1).stripTrailing() : text;
  }

  /**
   * The program that a command starts, without {@code sudo} and the like; empty where there is
   * none.
   */
  public static String utility(String command) {
    List<String> words = List.of(normalise(command).split(" "));
    boolean afterPrefix = false;
    for (String word : words) {
      boolean assignment = word.matches("[A-Za-z_][A-Za-z0-9_]*=.*");
      boolean optionOfPrefix = afterPrefix && word.startsWith("-");
      if (PREFIXES.contains(word)) {
        afterPrefix = true;
      } else if (!assignment && !optionOfPrefix) {
        return word.substring(word.lastIndexOf('/') + 1);
      }
    }
    return "";
  }
}
