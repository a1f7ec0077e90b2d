package dev.sigma.gateway.digest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows of which each column stands under its title. */
final class PositionedColumns {

  /** First columns that may be empty. */
  private static final Set<String> MARKED = Set.of("CURRENT", "SERVICE", "STATUS", "NEXT");

  private PositionedColumns() {}

  /**
   * Cut at a position between each two titles that is blank in all lines, the last one such. A row
   * fills the first cell and another (but under NAME lsblk has rows of a name alone), and no cell
   * but of a text has runs of blanks.
   */
  static Optional<List<List<String>>> rows(String header, List<String> titles, List<String> block) {
    if (block.stream().anyMatch(line -> line.contains("\t"))) {
      return Optional.empty();
    }
    List<Integer> cuts = cuts(header, titles, taken(block));
    if (cuts.isEmpty()) {
      return Optional.empty();
    }
    List<List<String>> rows = new ArrayList<>();
    for (String line : block) {
      List<String> row = cut(line, cuts);
      if (!isRow(titles, row)) {
        return Optional.empty();
      }
      rows.add(row);
    }
    return Optional.of(rows);
  }

  /** Positions at which some line is not blank. */
  private static BitSet taken(List<String> block) {
    BitSet taken = new BitSet(Lines.LONGEST);
    for (String line : block) {
      for (int p = 0; p < line.length(); p++) {
        if (line.charAt(p) != ' ') {
          taken.set(p);
        }
      }
    }
    return taken;
  }

  /** Where each column begins; none if two titles have no such position between them. */
  private static List<Integer> cuts(String header, List<String> titles, BitSet taken) {
    List<Integer> cuts = new ArrayList<>(List.of(0));
    int end = 0;
    for (int c = 0; c < titles.size(); c++) {
      List<String> words = Text.split(titles.get(c), ' ');
      int begin = header.indexOf(words.getFirst(), end);
      if (c > 0) {
        int cut = taken.previousClearBit(begin - 1);
        if (cut < end) {
          return List.of();
        }
        cuts.add(cut);
      }
      for (String word : words) {
        end = header.indexOf(word, begin) + word.length();
        begin = end;
      }
    }
    return cuts;
  }

  private static List<String> cut(String line, List<Integer> cuts) {
    List<String> row = new ArrayList<>();
    for (int c = 0; c < cuts.size(); c++) {
      int to = c + 1 < cuts.size() ? cuts.get(c + 1) : line.length();
      row.add(
          Text.trim(
              line.substring(Math.min(cuts.get(c), line.length()), Math.min(to, line.length()))));
    }
    return row;
  }

  private static boolean isRow(List<String> titles, List<String> row) {
    String head = Titles.upper(titles.getFirst());
    String first = row.getFirst();
    if (first.isEmpty() && !MARKED.contains(head)) {
      return false;
    }
    long filled = row.stream().filter(cell -> !cell.isEmpty()).count();
    if (filled < 2 && (!head.equals("NAME") || first.contains(" "))) {
      return false;
    }
    for (int c = 0; c < row.size(); c++) {
      if (row.get(c).contains("  ") && !Heads.isText(Titles.upper(titles.get(c)))) {
        return false;
      }
    }
    return true;
  }
}
