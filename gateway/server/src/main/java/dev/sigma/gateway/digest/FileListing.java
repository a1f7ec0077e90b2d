package dev.sigma.gateway.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code ls -l}: mode links owner group size, a date of three words ({@code Mar 4 09:12}) or two
 * ({@code 2026-03-04 09:12}), and the name; {@code tar -tv}: mode owner/group size date time name.
 */
final class FileListing {

  private static final List<String> TITLES =
      List.of("kind", "owner", "group", "size", "date", "name");
  private static final Pattern MODE = Pattern.compile("[-dlbcpsD][-rwxsStT]{9}[.+@]?");
  private static final Pattern TOTAL = Pattern.compile("total [0-9.,]{1,15}+[A-Za-z]{0,3}+");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Map<Character, String> KINDS =
      Map.of('-', "file", 'd', "directory", 'l', "link");
  private static final int MOST_COLUMNS = 8;

  static final List<String> WEEKDAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private FileListing() {}

  /** Passed over are {@code total N}, devices, and other forms of date. */
  static TableForm.Taken read(Lines lines, int at) {
    return "-dlbcps".indexOf(lines.get(at).charAt(0)) < 0
        ? TableForm.Taken.NOTHING
        : RowRun.read(lines, at, TITLES, FileListing::cells);
  }

  static boolean isDay(String text) {
    return DAY.matcher(text).matches();
  }

  private static Optional<List<String>> cells(String line) {
    if (TOTAL.matcher(line).matches()) {
      return Optional.of(List.of());
    }
    int blank = line.indexOf(' ');
    if (blank < 0 || !MODE.matcher(line.substring(0, blank)).matches()) {
      return Optional.empty();
    }
    return Optional.of(row(line.substring(0, blank), line.substring(blank + 1).replace('\t', ' ')));
  }

  /** Nothing for a device, or another form of date. */
  private static List<String> row(String mode, String text) {
    String rest = text;
    List<String> columns = new ArrayList<>();
    while (!rest.isEmpty() && columns.size() < MOST_COLUMNS) {
      rest = Text.trimStart(rest, " ");
      columns.add(Text.before(rest, " "));
      rest = Text.behind(rest, " "); // the name is what follows one blank after the date
      int n = columns.size();
      if (n == 4 && columns.get(0).contains("/") && isDay(columns.get(2))) {
        return row(
            mode,
            Text.before(columns.get(0), "/"),
            Text.behind(columns.get(0), "/"),
            columns.get(1),
            Text.joined(columns, 2, 4),
            rest);
      }
      if ((n == 6 && isDay(columns.get(4))) || (n == 7 && MONTHS.contains(columns.get(4)))) {
        return row(
            mode, columns.get(1), columns.get(2), columns.get(3), Text.joined(columns, 4, n), rest);
      }
    }
    return List.of();
  }

  /** Of {@code a -> b} only a is the name; the folder and the one above it are passed over. */
  private static List<String> row(
      String mode, String owner, String group, String size, String date, String text) {
    String name = Text.trim(Text.before(text, " -> "));
    return switch (name) {
      case "", ".", "..", "./", "../" -> List.of();
      default ->
          List.of(KINDS.getOrDefault(mode.charAt(0), "other"), owner, group, size, date, name);
    };
  }
}
