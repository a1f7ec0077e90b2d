package dev.sigma.gateway.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that make one value, joined: quoted commands, lists with commas, {@code 2 hours ago},
 * {@code Up 3 days (healthy)}, {@code Exited (0) 2 hours ago}, {@code 7 (3m ago)}, {@code 20 MiB},
 * {@code 1MiB / 2GiB}, and dates with their time.
 */
final class Pieces {

  /** A quoted command ends within as many words. */
  private static final int LONGEST_QUOTE = 60;

  private static final Pattern BYTES =
      Pattern.compile("[0-9]{1,6}+(\\.[0-9]{1,3}+)?+([KMGTP]i?+)?+B?+");
  private static final Pattern EXIT_CODE = Pattern.compile("\\([0-9]{1,3}\\)");
  private static final Pattern DECIMAL = Pattern.compile("[0-9.]{1,10}");
  private static final Pattern TIME =
      Pattern.compile("[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?");
  private static final Pattern SECOND = Pattern.compile("[0-9]{2}:[0-9]{2}:[0-9]{2}");
  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
  private static final Pattern OFFSET = Pattern.compile("[+-][0-9]{4}");
  private static final Pattern ZONE = Pattern.compile("[A-Z]{3,4}|[+-][0-9]{2}");
  private static final Set<String> STATES = Set.of("Up", "Exited", "Restarting", "Removal");
  private static final Set<String> REMARKS = Set.of("(healthy)", "(unhealthy)", "(Paused)");
  private static final Set<String> UNITS =
      Set.of("%", "B", "kB", "KB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB", "W", "C");

  private final List<String> words;
  private final boolean dates;

  private Pieces(List<String> words, boolean dates) {
    this.words = words;
    this.dates = dates;
  }

  /** Those of a line, dates joined with their times too. */
  static List<String> withDates(String line) {
    return new Pieces(Text.words(line), true).joined();
  }

  /** Those of a line under {@code titles}: dates stand by themselves where times have a column. */
  static List<String> under(List<String> titles, String line) {
    boolean timed = titles.stream().map(Titles::upper).anyMatch("TIME"::equals);
    return new Pieces(Text.words(line), !timed).joined();
  }

  private List<String> joined() {
    List<String> out = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      String word = words.get(i);
      boolean quoted = opensQuote(word);
      if (!quoted && word.startsWith("(") && is(i + 1, "ago)") && !out.isEmpty()) {
        out.add(out.removeLast() + " " + word + " ago)");
        i += 2;
        continue;
      }
      int end = quoted ? quoteEnd(i) : end(i);
      while (end < words.size() && words.get(end - 1).endsWith(",")) {
        end++;
      }
      out.add(Text.joined(words, i, end));
      i = end;
    }
    return out;
  }

  private boolean is(int at, String word) {
    return at < words.size() && words.get(at).equals(word);
  }

  private boolean matches(int at, Pattern pattern) {
    return at < words.size() && pattern.matcher(words.get(at)).matches();
  }

  private boolean isOneOf(int at, Set<String> some) {
    return at < words.size() && some.contains(words.get(at));
  }

  private static boolean opensQuote(String word) {
    return word.startsWith("\"") && !(word.length() > 1 && word.endsWith("\""));
  }

  private int quoteEnd(int at) {
    for (int k = at + 1; k < Math.min(words.size(), at + LONGEST_QUOTE); k++) {
      if (words.get(k).endsWith("\"")) {
        return k + 1;
      }
    }
    return at + 1;
  }

  /** Behind the value that begins at {@code at}. */
  private int end(int at) {
    if (isOneOf(at, STATES)) {
      return stateEnd(at + 1);
    }
    int ago = Ago.end(words, at);
    if (ago > at) {
      return ago;
    }
    if (matches(at, DECIMAL) && isOneOf(at + 1, UNITS)) {
      return at + 2;
    }
    if (isDate(at)) {
      return at + 5;
    }
    if (is(at + 1, "/") && matches(at, BYTES) && matches(at + 2, BYTES)) {
      return at + 3;
    }
    return dates && FileListing.isDay(words.get(at)) && matches(at + 1, TIME)
        ? zoneEnd(at + 2)
        : at + 1;
  }

  /** {@code Fri Mar 6 17:09:14 2026}. */
  private boolean isDate(int at) {
    return at + 4 < words.size()
        && FileListing.WEEKDAYS.contains(words.get(at))
        && FileListing.MONTHS.contains(words.get(at + 1))
        && Text.isDigits(words.get(at + 2))
        && matches(at + 3, SECOND)
        && matches(at + 4, YEAR);
  }

  private int stateEnd(int at) {
    int end = Ago.end(words, matches(at, EXIT_CODE) ? at + 1 : at);
    if (isOneOf(end, REMARKS)) {
      return end + 1;
    }
    return is(end, "(health:") && is(end + 1, "starting)") ? end + 2 : end;
  }

  private int zoneEnd(int at) {
    int end = matches(at, OFFSET) ? at + 1 : at;
    return matches(end, ZONE) ? end + 1 : end;
  }
}
