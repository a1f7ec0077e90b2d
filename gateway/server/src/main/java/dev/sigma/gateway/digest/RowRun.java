package dev.sigma.gateway.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;

/** Lines of one kind, up to an empty one. */
final class RowRun {

  private static final int FEWEST_ROWS = 3;

  /** Lines that are no row and may end a run. */
  static final int STRAYS = 2;

  private RowRun() {}

  /** What one line of the run is. */
  @FunctionalInterface
  interface Cells {

    /** Empty for a line that is no row, without cells for one that is passed over. */
    Optional<List<String>> of(String line);
  }

  static TableForm.Taken read(Lines lines, int at, List<String> titles, Cells cells) {
    return read(lines, at, titles, cells, STRAYS);
  }

  /** Rows are lines that match; {@code row} makes their cells. */
  static TableForm.Taken matching(
      Lines lines,
      int at,
      List<String> titles,
      Function<String, Matcher> matcher,
      Function<Matcher, List<String>> row) {
    return read(
        lines,
        at,
        titles,
        line -> {
          Matcher found = matcher.apply(line);
          return found.matches() ? Optional.of(row.apply(found)) : Optional.empty();
        });
  }

  /**
   * The lines from {@code at} up to an empty one, if they hold three rows. Rows behind a line that
   * is no row, or more such lines than {@code strays}, give no table: something was not understood,
   * and the largest of some rows is wrong. Lines that are passed over are taken also with fewer
   * rows: else each would be looked at once for each one before it.
   */
  static TableForm.Taken read(Lines lines, int at, List<String> titles, Cells cells, int strays) {
    List<List<String>> rows = new ArrayList<>();
    int odd = 0;
    int i = at;
    for (; lines.filled(i); i++) {
      Optional<List<String>> row = cells.of(lines.get(i));
      if (row.isEmpty() && i == at) {
        return TableForm.Taken.NOTHING;
      }
      if (row.isEmpty() && !Lines.isMessage(lines.get(i))) {
        odd++;
      }
      boolean isRow = row.isPresent() && !row.get().isEmpty();
      if (odd > strays || (isRow && odd > 0)) {
        return isTaken(i - at, rows.size(), odd)
            ? TableForm.Taken.withoutTable(i - at)
            : TableForm.Taken.NOTHING;
      }
      if (isRow) {
        rows.add(row.get());
      }
    }
    return isTaken(i - at, rows.size(), odd)
        ? new TableForm.Taken(i - at, new Table(titles, rows))
        : TableForm.Taken.NOTHING;
  }

  private static boolean isTaken(int lines, int rows, int odd) {
    return rows >= FEWEST_ROWS || lines > rows + odd;
  }
}
