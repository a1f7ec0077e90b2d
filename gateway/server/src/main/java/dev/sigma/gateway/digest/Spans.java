package dev.sigma.gateway.digest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations and ages: {@code 3d4h}, {@code 2 hours ago}, {@code About an hour ago}, {@code
 * 1-02:03:04}, {@code 00:12:07}, {@code 390:59.76}.
 */
final class Spans {

  private static final Pattern PARTS = Pattern.compile("([0-9]{1,6}[ydhms]){1,5}");
  private static final Pattern PART = Pattern.compile("([0-9]+)([ydhms])");
  private static final Pattern CLOCK =
      Pattern.compile("([0-9]{1,4}-)?[0-9]{1,5}(:[0-9]{2}){1,2}(\\.[0-9]{2})?");
  private static final long DAY = 86_400;
  private static final Map<String, Long> SECONDS =
      Map.of("s", 1L, "m", 60L, "h", 3_600L, "d", DAY, "y", 31_536_000L);

  private Spans() {}

  static Optional<Double> seconds(String cell) {
    if (PARTS.matcher(cell).matches()) {
      long total = 0;
      Matcher part = PART.matcher(cell);
      while (part.find()) {
        total += Long.parseLong(part.group(1)) * SECONDS.getOrDefault(part.group(2), 0L);
      }
      return Optional.of((double) total);
    }
    return CLOCK.matcher(cell).matches() ? Optional.of(clock(cell)) : words(cell);
  }

  /** With days, two parts are hours and minutes; without, minutes and seconds. */
  private static double clock(String cell) {
    int dash = cell.indexOf('-');
    List<String> parts = Text.split(Text.before(cell.substring(dash + 1), "."), ':');
    long total = 0;
    for (String part : parts) {
      total = total * 60 + Long.parseLong(part);
    }
    if (dash >= 0) {
      total =
          (parts.size() == 2 ? total * 60 : total) + Long.parseLong(cell.substring(0, dash)) * DAY;
    }
    String hundredths = Text.behind(cell, ".");
    return total + (hundredths.isEmpty() ? 0 : Long.parseLong(hundredths)) / 100.0;
  }

  private static Optional<Double> words(String cell) {
    List<String> words = Text.split(cell, ' ');
    words = Ago.isAbout(words.getFirst()) ? words.subList(1, words.size()) : words;
    if (words.isEmpty() || !words.getLast().equals("ago")) {
      return Optional.empty();
    }
    if (words.size() >= 2 && words.get(0).equals("Less") && words.get(1).equals("than")) {
      return Optional.of(0.0);
    }
    return words.size() == 3 && Ago.isUnit(words.get(1)) && Ago.isCount(words.get(0))
        ? Optional.of((double) Ago.seconds(words.get(0), words.get(1)))
        : Optional.empty();
  }
}
