package dev.sigma.gateway.digest;

import java.util.ArrayList;
import java.util.List;

/** psql and mysql: a line of titles between bars, a rule under it, and rows. */
final class Boxes {

  private Boxes() {}

  /** Rows follow until a line without as many bars; other rules are passed over. */
  static TableForm.Taken read(Lines lines, int at) {
    int start = isRule(lines.get(at)) ? at + 1 : at;
    if (start + 1 >= lines.size()
        || !isRule(lines.get(start + 1))
        || !Text.hasAny(lines.get(start), "|│")) {
      return TableForm.Taken.NOTHING;
    }
    List<String> titles = cells(lines.get(start));
    List<List<String>> rows = new ArrayList<>();
    int i = start + 2;
    for (; i < lines.size(); i++) {
      String line = lines.get(i);
      if (isRule(line)) {
        continue;
      }
      List<String> row = cells(line);
      if (row.size() != titles.size()) {
        if (Text.hasAny(line, "|│")) {
          return TableForm.Taken.withoutTable(i - at);
        }
        break;
      }
      rows.add(row);
    }
    return titles.size() >= 2 && titles.stream().noneMatch(String::isEmpty)
        ? new TableForm.Taken(i - at, new Table(titles, rows))
        : TableForm.Taken.withoutTable(i - at);
  }

  /** {@code +----+----+}, {@code -----+-----}, {@code |---|:--:|}, {@code ├────┼────┤}. */
  private static boolean isRule(String line) {
    return line.length() >= 3
        && Text.consistsOf(line, "+-|: ─┼├┤┌┐└┘┬┴│═╪╞╡")
        && (line.contains("--") || line.contains("──") || line.contains("══"))
        && Text.hasAny(line, "+|┼┬┴╪");
  }

  private static List<String> cells(String line) {
    String text = Text.trim(line.replace('│', '|'), " \t");
    if (!text.contains("|")) {
      return List.of();
    }
    if (text.startsWith("|")) {
      // A box closes too; without one, a bar at the end stands before an empty cell.
      int end = text.length() > 1 && text.endsWith("|") ? text.length() - 1 : text.length();
      text = text.substring(1, end);
    }
    return Text.split(text, '|').stream().map(cell -> Text.trim(cell, " \t")).toList();
  }
}
