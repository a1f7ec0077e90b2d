package dev.sigma.gateway.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A header and the lines under it up to an empty one, another header or a rule of dashes; such a
 * rule right under the header is passed over.
 */
final class HeadedTable {

  private static final int FEWEST_ROWS = 3;

  /** Lines of a note that may stand below. */
  private static final int NOTE = 2;

  private HeadedTable() {}

  static TableForm.Taken read(Lines lines, int at) {
    String header = lines.get(at);
    List<String> titles = Titles.of(header);
    if (titles.isEmpty()) {
      return TableForm.Taken.NOTHING;
    }
    int start = at + 1;
    if (start < lines.size() && isDashes(lines.get(start))) {
      start++;
    }
    int end = start;
    while (lines.filled(end) && Titles.of(lines.get(end)).isEmpty() && !isDashes(lines.get(end))) {
      end++;
    }
    List<String> block = lines.range(start, end);
    List<List<String>> rows =
        rows(header, titles, block)
            .or(() -> rows(header, titles, withoutNote(titles, block)))
            .orElse(List.of());
    List<String> shown = titles.stream().map(t -> t.equals("||/") ? "Status" : t).toList(); // dpkg
    return new TableForm.Taken(end - at, new Table(shown, rows));
  }

  private static boolean isDashes(String line) {
    return !line.isEmpty() && Text.consistsOf(line, "-=+ ");
  }

  /** Up to the first line that is no row even by its words, if it is one of the last. */
  private static List<String> withoutNote(List<String> titles, List<String> block) {
    int good = 0;
    while (good < block.size() && loose(titles, block.get(good)).isPresent()) {
      good++;
    }
    return good >= block.size() - NOTE && good < block.size() ? block.subList(0, good) : List.of();
  }

  /**
   * By their words where each line has as many pieces as there are titles; else by positions; else
   * by words again, an empty cell or a last text allowed.
   */
  private static Optional<List<List<String>>> rows(
      String header, List<String> titles, List<String> block) {
    if (block.size() < FEWEST_ROWS) {
      return Optional.empty();
    }
    List<List<String>> rows = block.stream().map(line -> Pieces.under(titles, line)).toList();
    if (rows.stream().allMatch(row -> row.size() == titles.size())) {
      return Optional.of(rows);
    }
    return (header.contains("\t")
            ? tabbed(header, titles, block)
            : PositionedColumns.rows(header, titles, block))
        .or(() -> all(block.stream().map(line -> loose(titles, line)).toList()));
  }

  private static Optional<List<List<String>>> tabbed(
      String header, List<String> titles, List<String> block) {
    return between(header).equals(titles)
        ? all(block.stream().map(line -> withOptional(titles, between(line))).toList())
        : Optional.empty();
  }

  private static List<String> between(String line) {
    return Text.split(line, '\t').stream().map(Text::trim).filter(cell -> !cell.isEmpty()).toList();
  }

  private static Optional<List<String>> loose(List<String> titles, String line) {
    List<String> row = Pieces.under(titles, line);
    int n = titles.size();
    if (row.size() > n && Titles.endsInText(titles.getLast())) {
      String text = Text.joined(row, n - 1, row.size());
      row = new ArrayList<>(row.subList(0, n - 1));
      row.add(text);
    }
    return withOptional(titles, row);
  }

  /** With one cell fewer than titles, an empty one for the first that may be empty. */
  private static Optional<List<String>> withOptional(List<String> titles, List<String> row) {
    if (row.size() == titles.size()) {
      return Optional.of(row);
    }
    for (int c = 0; row.size() == titles.size() - 1 && c < titles.size(); c++) {
      if (Titles.isOptional(titles.get(c))) {
        List<String> filled = new ArrayList<>(row);
        filled.add(c, "");
        return Optional.of(filled);
      }
    }
    return Optional.empty();
  }

  private static Optional<List<List<String>>> all(List<Optional<List<String>>> rows) {
    return rows.stream().allMatch(Optional::isPresent)
        ? Optional.of(rows.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
  }
}
