package dev.sigma.gateway.digest;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell that can be compared.
 *
 * @param kind what it counts; only cells of one kind compare
 * @param value in the kind's unit: bytes, percent, seconds ...
 * @param date what sorts dates of one value; empty for other kinds
 * @param shown the cell
 */
record Amount(String kind, double value, String date, String shown) {

  static final String NUMBER = "number";
  static final String SIZE = "size";
  static final String SPAN = "span";
  static final String DATE = "date";

  static final Comparator<Amount> BY_VALUE =
      Comparator.comparingDouble(Amount::value).thenComparing(Amount::date);

  private static final int LONGEST_DATE = 40;
  private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,9})?");
  private static final Pattern MEASURE =
      Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,9})?) ?([A-Za-z%°µ]{1,4})");
  private static final Pattern INSTANT =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})"
              + "(?:[T ]([0-9]{2}:[0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,9}))?)?)?([^\\n]*)");

  boolean isDate() {
    return kind.startsWith(DATE);
  }

  boolean equalsInValue(Amount other) {
    return BY_VALUE.compare(this, other) == 0;
  }

  /** That of a cell under {@code title}, if it is one. */
  static Optional<Amount> of(String title, String raw) {
    String head = Titles.upper(title);
    String cell = bare(head, Text.trim(raw));
    if (PLAIN.matcher(cell).matches()) {
      return Optional.of(measured(NUMBER, Double.parseDouble(cell) + 0.0, cell)); // no negative 0
    }
    return measure(head, cell)
        .or(() -> Spans.seconds(cell).map(seconds -> measured(SPAN, seconds, cell)))
        .or(() -> instant(cell));
  }

  /** Only what is used of {@code used / limit}; only how many of {@code 7 (3m ago)}. */
  private static String bare(String head, String cell) {
    if (head.startsWith("MEM") || head.contains("USAGE")) {
      return Text.before(cell, " / ");
    }
    return head.equals("RESTARTS") ? Text.before(cell, " (") : cell;
  }

  private static Amount measured(String kind, double value, String cell) {
    return new Amount(kind, value, "", cell);
  }

  private static Optional<Amount> measure(String head, String cell) {
    Matcher found = MEASURE.matcher(cell);
    if (!found.matches()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(found.group(1));
    String unit = found.group(2);
    return switch (unit) {
      case "%" -> Optional.of(measured("percent", value, cell));
      case "W" -> Optional.of(measured("watt", value, cell));
      case "C", "°C" -> Optional.of(measured("degree", value, cell));
      default ->
          unit.equals("m") && head.startsWith("CPU")
              ? Optional.of(measured("milli", value / 1000.0, cell))
              : Bytes.of(unit, head).map(bytes -> measured(SIZE, value * bytes, cell));
    };
  }

  /** Dates of different zones (whatever follows the time) are of different kinds. */
  private static Optional<Amount> instant(String cell) {
    Matcher found = INSTANT.matcher(cell);
    if (cell.length() > LONGEST_DATE || !found.matches()) {
      return Optional.empty();
    }
    String minute = found.group(2) == null ? "00:00" : found.group(2);
    String second = found.group(3) == null ? "00" : found.group(3);
    String fraction = found.group(4) == null ? "0" : found.group(4);
    String sorting =
        found.group(1)
            + " "
            + minute
            + ":"
            + second
            + "."
            + (fraction + "00000000").substring(0, 9);
    return Optional.of(new Amount(DATE + " " + found.group(5), 0, sorting, cell));
  }
}
