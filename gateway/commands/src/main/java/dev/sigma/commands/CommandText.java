package dev.sigma.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** Texts of commands, compared by what they say rather than how they are spaced. */
public final class CommandText {
  /** After these words comes a program. */
  private static final Set<String> BEFORE_PROGRAMS =
      Set.of("|", "|&", "||", "&&", ";", "&", "sudo", "xargs", "-exec", "-execdir", "env", "time");

  private CommandText() {}

  /** The command without leading, trailing and doubled blanks outside quotes. */
  public static String normalised(String command) {
    return String.join(" ", words(command));
  }

  /**
   * Its programs and options, in their order, without what they are given: two commands with the
   * same outline differ in values alone. By words only, so it is a guess where quotes hold a
   * program.
   */
  public static String outline(String command) {
    StringJoiner out = new StringJoiner(" ");
    boolean program = true;
    for (String word : words(command)) {
      boolean before = BEFORE_PROGRAMS.contains(word);
      if (program || before) {
        out.add(word);
      } else if (word.startsWith("-") && word.length() > 1) {
        out.add(word.split("=", 2)[0]);
      }
      program = before || word.endsWith(";");
    }
    return out.toString();
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
    words.add(word.toString());
    return words;
  }
}
