package dev.sigma.gateway.digest;

import java.util.List;
import java.util.Set;

/** The lines of a paste, cleaned: what cannot be a row is empty or {@link #UNREADABLE}. */
record Lines(List<String> all) {

  /** Fits no form, so that a table that holds such a line says nothing. */
  static final String UNREADABLE = "|?|";

  static final int LONGEST = 1_000;

  private static final String ENDS = " \t\r";

  /** Before units in systemctl's lists. */
  private static final String MARKS = "●○×↻";

  private static final Set<String> PROMPTS = Set.of("$", "#", "%", "❯", ">", "➜", "λ");
  private static final Set<String> SIGNS = Set.of("%", "$", "#", "❯", ">");

  static Lines of(String paste) {
    return new Lines(Text.split(paste, '\n').stream().map(Lines::clean).toList());
  }

  int size() {
    return all.size();
  }

  String get(int at) {
    return all.get(at);
  }

  /** Whether line {@code at} is there and not empty. */
  boolean filled(int at) {
    return at < all.size() && !all.get(at).isEmpty();
  }

  List<String> range(int from, int to) {
    return all.subList(from, to);
  }

  private static String clean(String raw) {
    String line = Text.trimEnd(raw, ENDS);
    line = Text.trimEnd(line.substring(0, Math.min(line.length(), LONGEST)), ENDS);
    if (line.chars().anyMatch(c -> (c < ' ' && c != '\t') || Character.isSurrogate((char) c))) {
      return UNREADABLE;
    }
    String bare = Text.trimStart(line, " ");
    if (bare.length() > 1 && MARKS.indexOf(bare.charAt(0)) >= 0 && bare.charAt(1) == ' ') {
      line = line.substring(0, line.length() - bare.length()) + " " + bare.substring(1);
    }
    return isPrompt(line) ? "" : line;
  }

  /**
   * {@code $ ls}, {@code user@host:~$ ls}, {@code [user@host dir]# ls}, {@code user@host dir % ls},
   * {@code host:~ user$ ls}, {@code ➜ ~ ls}, each perhaps behind {@code (venv)}.
   */
  private static boolean isPrompt(String line) {
    List<String> words = Text.words(line);
    if (!words.isEmpty() && words.getFirst().startsWith("(") && words.getFirst().endsWith(")")) {
      words = words.subList(1, words.size());
    }
    if (words.isEmpty() || line.charAt(0) == ' ' || line.charAt(0) == '\t') {
      return false;
    }
    String first = words.get(0);
    String second = words.size() > 1 ? words.get(1) : "";
    String third = words.size() > 2 ? words.get(2) : "";
    if (PROMPTS.contains(first)) {
      return true;
    }
    if (first.length() > 1
        && "$#❯".indexOf(first.charAt(first.length() - 1)) >= 0
        && !first.contains("||")) {
      return true;
    }
    if (first.startsWith("[") && (second.endsWith("]$") || second.endsWith("]#"))) {
      return true;
    }
    return (first.contains("@") || first.contains(":"))
        && (SIGNS.contains(second)
            || second.endsWith("$")
            || (first.contains("@") && SIGNS.contains(third)));
  }

  /** {@code du: cannot read directory ...}; of a line that is not empty. */
  static boolean isMessage(String line) {
    String first = Text.words(line).getFirst();
    return first.length() > 2 && first.endsWith(":");
  }
}
