package dev.sigma.gateway.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The lines that a table gives, the most useful first: each column at most one. */
final class Statements {

  private record Ranked(int rank, String line) {}

  private Statements() {}

  static List<String> of(Table table) {
    List<String> heads = table.titles().stream().map(Titles::upper).toList();
    return Keys.of(heads, table).map(keys -> of(table, heads, keys)).orElse(List.of());
  }

  private static List<String> of(Table table, List<String> heads, Keys keys) {
    List<Ranked> said = new ArrayList<>();
    for (int c = 0; c < heads.size(); c++) {
      String head = heads.get(c);
      boolean timeOfDay = head.equals("TIME") && heads.contains("DATE");
      if (c != keys.column() && !Heads.isMute(head) && !timeOfDay) {
        Column column = new Column(table.titles().get(c), head, keys.names(), table.column(c));
        line(column).ifPresent(said::add);
      }
    }
    said.sort(Comparator.comparingInt(Ranked::rank));
    return said.stream().map(Ranked::line).toList();
  }

  private static Optional<Ranked> line(Column column) {
    String head = column.head();
    return Extremes.of(column)
        .map(line -> new Ranked(Heads.rankOfAmounts(head), line))
        .or(() -> Groups.of(column).map(line -> new Ranked(Heads.rankOfGroups(head), line)));
  }
}
