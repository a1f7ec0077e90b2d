package dev.sigma.gateway.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Dates as {@code ls -l} has them: with a year (older than half a year), or with a time and no
 * year: those lie within half a year before now. Where the year turns is told by the largest
 * stretch of days without any. All days count from January 1, months have 31 days.
 */
final class FileDates {

  private static final int MONTH = 31;
  private static final int YEAR = 12 * MONTH;
  private static final int SHORTEST_STRETCH = 170;
  private static final int NO_YEAR = 9_999;
  private static final int UNSURE = Integer.MIN_VALUE;
  private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");
  private static final Pattern TIME = Pattern.compile("[0-9]{2}:[0-9]{2}");

  private record Day(String name, int year, int day, String time, String cell) {}

  private FileDates() {}

  /** None where a cell is no such date, or it is not sure where the year turns. */
  static List<Extremes.Named> of(Column column) {
    List<Day> found = new ArrayList<>();
    for (int i = 0; i < column.cells().size(); i++) {
      String cell = column.cells().get(i);
      List<String> words = Text.split(cell, ' ');
      if (words.size() != 3
          || !FileListing.MONTHS.contains(words.get(0))
          || !Text.isDigits(words.get(1))) {
        return List.of();
      }
      int month = FileListing.MONTHS.indexOf(words.get(0));
      int day = month * MONTH + (int) Math.min(Long.parseLong(words.get(1)), MONTH) - 1;
      String name = column.names().get(i);
      String last = words.get(2);
      if (FOUR_DIGITS.matcher(last).matches()) {
        found.add(new Day(name, Integer.parseInt(last), day, "", cell));
      } else if (TIME.matcher(last).matches()) {
        found.add(new Day(name, NO_YEAR, day, last, cell));
      } else {
        return List.of();
      }
    }
    int turn = turn(found);
    return turn == UNSURE ? List.of() : found.stream().map(day -> amount(day, turn)).toList();
  }

  private static Extremes.Named amount(Day day, int turn) {
    boolean recent = day.year == NO_YEAR;
    int inYear = recent ? Math.floorMod(day.day - turn, YEAR) : day.day;
    return new Extremes.Named(
        day.name, new Amount(Amount.DATE, day.year * 1_000.0 + inYear, day.time, day.cell));
  }

  /** The first day behind the largest stretch without any. */
  private static int turn(List<Day> found) {
    List<Integer> days =
        found.stream().filter(d -> !d.time.isEmpty()).map(Day::day).distinct().sorted().toList();
    int widest = 0;
    int turn = 0;
    for (int k = 0; k < days.size(); k++) {
      int next = days.get((k + 1) % days.size());
      int gap = Math.floorMod(next - days.get(k), YEAR);
      gap = gap == 0 ? YEAR : gap;
      if (gap > widest) {
        widest = gap;
        turn = next;
      }
    }
    return days.isEmpty() || widest >= SHORTEST_STRETCH ? turn : UNSURE;
  }
}
