package dev.sigma.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/** Texts of commands, compared by what they say rather than how they are spaced. */
public final class CommandText {
  /** After these words comes a program. */
  private static final Set<String> BEFORE_PROGRAMS =
      Set.of("|", "&&", ";", "&", "sudo", "xargs", "-exec", "-execdir", "env", "time");

  /** Options of those programs that a word follows. */
  private static final Set<String> GIVEN_A_WORD = Set.of("-I", "-n", "-P", "-L", "-d", "-u", "-g");

  private CommandText() {}

  /** The command without leading, trailing and doubled blanks outside quotes. */
  public static String normalised(String command) {
    return String.join(" ", words(command, ""));
  }

  /**
   * Its programs in their order, and the options of each in the alphabet's, without what they are
   * given: two commands with the same outline differ in values alone, or in how options are
   * arranged. By words only, so it is a guess where quotes hold a program.
   */
  public static String outline(String command) {
    StringJoiner out = new StringJoiner(" ");
    Set<String> options = new TreeSet<>();
    boolean program = true;
    boolean given = false;
    for (String word : words(command, "|")) {
      boolean before = BEFORE_PROGRAMS.contains(word);
      boolean option = word.startsWith("-") && word.length() > 1;
      if (given) {
        given = false;
      } else if (before || (program && !option)) {
        options.forEach(out::add);
        options.clear();
        out.add(word);
        program = before;
      } else if (option) {
        options.add(word.split("=", 2)[0]);
        given = program && GIVEN_A_WORD.contains(word);
      }
      program |= word.endsWith(";");
    }
    options.forEach(out::add);
    return out.toString();
  }

  /**
   * Split at blanks outside quotes; one behind an escaped blank counts as doubled.
   *
   * @param operators characters that outside quotes are words of their own
   */
  private static List<String> words(String command, String operators) {
    String text = command.strip();
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean operator = quote == 0 && operators.indexOf(c) >= 0;
      if (operator || (quote == 0 && (c == ' ' || c == '\t'))) {
        if (!word.isEmpty() && (operator || word.charAt(word.length() - 1) != ' ')) {
          words.add(word.toString());
          word.setLength(0);
        }
        if (operator) {
          words.add(String.valueOf(c));
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
