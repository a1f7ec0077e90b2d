package dev.sigma.gateway.digest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Fields between commas under a line of titles. */
final class CommaSeparated {

  private static final int FEWEST_ROWS = 3;

  /** One word, and perhaps a unit in brackets. */
  private static final Pattern TITLE =
      Pattern.compile("[A-Za-z][A-Za-z0-9_.%-]{0,39}+( \\[[A-Za-z0-9%/]{1,8}+\\])?+");

  private CommaSeparated() {}

  /**
   * At least two unlike titles, and lines of as many fields up to an empty line. One column has to
   * be of amounts.
   */
  static TableForm.Taken read(Lines lines, int at) {
    List<String> titles = fields(lines.get(at));
    if (titles.size() < 2
        || !titles.stream().allMatch(t -> TITLE.matcher(t).matches())
        || new HashSet<>(titles).size() < titles.size()) {
      return TableForm.Taken.NOTHING;
    }
    List<List<String>> rows = new ArrayList<>();
    int i = at + 1;
    for (; i < lines.size() && !Text.hasAny(lines.get(i), "\"{}();"); i++) {
      List<String> row = fields(lines.get(i));
      if (row.size() != titles.size()) {
        break;
      }
      rows.add(row);
    }
    if (rows.size() < FEWEST_ROWS) {
      return TableForm.Taken.NOTHING;
    }
    boolean measured =
        IntStream.range(0, titles.size())
            .anyMatch(
                c -> rows.stream().allMatch(r -> Amount.of(titles.get(c), r.get(c)).isPresent()));
    return lines.filled(i) || !measured
        ? TableForm.Taken.withoutTable(i - at)
        : new TableForm.Taken(i - at, new Table(titles, rows));
  }

  /** None where there is no comma. */
  static List<String> fields(String line) {
    return line.contains(",")
        ? Text.split(line, ',').stream().map(field -> Text.trim(field, " \t")).toList()
        : List.of();
  }
}
