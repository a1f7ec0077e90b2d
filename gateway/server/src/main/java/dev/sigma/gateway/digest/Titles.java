package dev.sigma.gateway.digest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Titles of tables. */
final class Titles {

  private static final int MOST_WORDS = 40;
  private static final Pattern CAPITALS = Pattern.compile("[A-Z%#|/↺][A-Z0-9%()/_:.+#|@-]*+");

  /** nvidia-smi's names mean the same as others'. */
  private static final Map<String, String> ALIASES =
      Map.of(
          "MEMORY.USED", "MEMORY",
          "USED_MEMORY", "MEMORY",
          "USED_GPU_MEMORY", "MEMORY",
          "UTILIZATION.GPU", "UTIL",
          "UTILIZATION", "UTIL",
          "TEMPERATURE.GPU", "TEMP",
          "TEMPERATURE", "TEMP",
          "POWER.DRAW", "POWER");

  /** Whose cells may be empty where blanks no longer tell it. */
  private static final Set<String> OPTIONAL =
      Set.of("PORTS", "MOUNTPOINT", "MOUNTPOINTS", "PROCESS");

  /** Whose cells, standing last, may hold several words. */
  private static final Set<String> LAST = Set.of("NODELIST(REASON)", "MOUNTED ON", "NAME");

  private Titles() {}

  /**
   * Those of a header, or none. In capitals: at least two words, two of them known. Else: at least
   * three, all known, and none twice. Tabs part titles only where blanks would too.
   */
  static List<String> of(String line) {
    List<String> words = Text.words(line);
    if (words.size() < 2 || words.size() > MOST_WORDS) {
      return List.of();
    }
    long known = words.stream().filter(TitleWords::isKnown).count();
    boolean all = words.size() >= 3 && known == words.size();
    if (!all && (known < 2 || !words.stream().allMatch(word -> CAPITALS.matcher(word).matches()))) {
      return List.of();
    }
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      int next = i + TitleWords.joined(words, i);
      titles.add(Text.joined(words, i, next));
      i = next;
    }
    return titles.size() >= 2 && new HashSet<>(titles).size() == titles.size() ? titles : List.of();
  }

  /** Titles are compared in (ASCII) capitals, without a unit in brackets. */
  static String upper(String title) {
    StringBuilder upper = new StringBuilder(Text.before(title, " ["));
    for (int i = 0; i < upper.length(); i++) {
      char c = upper.charAt(i);
      if (c >= 'a' && c <= 'z') {
        upper.setCharAt(i, (char) (c - ('a' - 'A')));
      }
    }
    return ALIASES.getOrDefault(upper.toString(), upper.toString());
  }

  static boolean isOptional(String title) {
    return OPTIONAL.contains(upper(title));
  }

  static boolean endsInText(String title) {
    String head = upper(title);
    return Heads.isText(head) || LAST.contains(head);
  }
}
