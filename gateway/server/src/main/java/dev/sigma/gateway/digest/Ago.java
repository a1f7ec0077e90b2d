package dev.sigma.gateway.digest;

import java.util.List;
import java.util.Map;

/** {@code [About|Less than] N|a|an UNIT [ago]}. */
final class Ago {

  private static final Map<String, Long> SECONDS =
      Map.of(
          "second", 1L,
          "minute", 60L,
          "hour", 3_600L,
          "day", 86_400L,
          "week", 604_800L,
          "month", 2_592_000L,
          "year", 31_536_000L);

  private Ago() {}

  static boolean isAbout(String word) {
    return word.equals("About") || word.equals("about");
  }

  static boolean isCount(String word) {
    return Text.isDigits(word) || word.equals("a") || word.equals("an");
  }

  static boolean isUnit(String word) {
    return SECONDS.containsKey(singular(word));
  }

  /** Of {@code count} units, both as words. */
  static long seconds(String count, String unit) {
    long times = Text.isDigits(count) ? Long.parseLong(count) : 1;
    return times * SECONDS.getOrDefault(singular(unit), 0L);
  }

  /** Behind such words at {@code at}, or {@code at}. */
  static int end(List<String> words, int at) {
    int i = at;
    if (i < words.size() && isAbout(words.get(i))) {
      i++;
    } else if (i + 1 < words.size()
        && words.get(i).equals("Less")
        && words.get(i + 1).equals("than")) {
      i += 2;
    }
    if (i + 1 >= words.size() || !isCount(words.get(i)) || !isUnit(words.get(i + 1))) {
      return at;
    }
    i += 2;
    return i < words.size() && words.get(i).equals("ago") ? i + 1 : i;
  }

  private static String singular(String unit) {
    return unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
  }
}
