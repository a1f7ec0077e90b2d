package dev.sigma.gateway.digest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code RESTARTS: most x 41, then y 7; least z 0}: at least 3 unlike amounts of one kind. Up to 3
 * rows that tie are all named; where more tie, their part is left out (that of the second also
 * where the first is).
 */
final class Extremes {

  private static final int FEWEST = 3;
  private static final int MOST_TIED = 3;
  private static final Set<String> KIBIBYTES = Set.of("VIRT", "RES");

  /** One row's amount. */
  record Named(String name, Amount amount) {}

  private Extremes() {}

  static Optional<String> of(Column column) {
    List<Named> values = oneKind(column.head(), values(column));
    List<Amount> order = unlike(values);
    if (order.size() < FEWEST) {
      return Optional.empty();
    }
    String most = tied(values, order.getLast());
    String second = tied(values, order.get(order.size() - 2));
    String least = tied(values, order.getFirst());
    List<String> parts = new ArrayList<>();
    Words words = Words.of(column.head(), order.getFirst());
    if (!most.isEmpty()) {
      parts.add(words.most + " " + most + (second.isEmpty() ? "" : ", then " + second));
    }
    if (!least.isEmpty()) {
      parts.add(words.least + " " + least);
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(column.title() + ": " + String.join("; ", parts));
  }

  private record Words(String most, String least) {

    static Words of(String head, Amount amount) {
      if (amount.isDate()) {
        return new Words("newest", "oldest");
      }
      if (!amount.kind().equals(Amount.SPAN)) {
        return new Words("most", "least");
      }
      return Heads.isAge(head) ? new Words("oldest", "newest") : new Words("longest", "shortest");
    }
  }

  /** Of all cells that are not missing; none where one is no amount. */
  private static List<Named> values(Column column) {
    if (Heads.isNamedByNumber(column.head())) {
      return List.of();
    }
    List<Named> values = new ArrayList<>();
    for (int i = 0; i < column.cells().size(); i++) {
      String cell = column.cells().get(i);
      if (!Cells.isMissing(cell)) {
        Optional<Amount> amount = Amount.of(column.title(), cell);
        if (amount.isEmpty()) {
          return column.head().equals("DATE") ? FileDates.of(column) : List.of();
        }
        values.add(new Named(column.names().get(i), amount.get()));
      }
    }
    return values.size() < FEWEST ? List.of() : values;
  }

  /**
   * A plain number goes with each kind but spans and dates, of which a 0 is no value. Nothing where
   * kinds still differ.
   */
  private static List<Named> oneKind(String head, List<Named> values) {
    Set<String> kinds =
        values.stream().map(v -> v.amount.kind()).collect(Collectors.toCollection(HashSet::new));
    if (kinds.size() > 1 && kinds.remove(Amount.NUMBER)) {
      if (kinds.equals(Set.of(Amount.SIZE)) && KIBIBYTES.contains(head)) {
        return values.stream().map(Extremes::inKibibytes).toList();
      }
      if (kinds.stream().anyMatch(k -> k.equals(Amount.SPAN) || k.startsWith(Amount.DATE))) {
        List<Named> others = values.stream().filter(v -> !v.amount.shown().equals("0")).toList();
        boolean numbers = others.stream().anyMatch(v -> v.amount.kind().equals(Amount.NUMBER));
        return numbers || kinds.size() > 1 ? List.of() : others;
      }
    }
    return kinds.size() == 1 ? values : List.of();
  }

  /** top's plain numbers. */
  private static Named inKibibytes(Named v) {
    Amount amount = v.amount;
    return amount.kind().equals(Amount.NUMBER)
        ? new Named(v.name, new Amount(Amount.SIZE, amount.value() * 1024, "", amount.shown()))
        : v;
  }

  /** One amount of each value, the least first. */
  private static List<Amount> unlike(List<Named> values) {
    List<Amount> order = new ArrayList<>();
    values.stream()
        .map(Named::amount)
        .sorted(Amount.BY_VALUE)
        .forEach(
            amount -> {
              if (order.isEmpty() || !order.getLast().equalsInValue(amount)) {
                order.add(amount);
              }
            });
    return order;
  }

  /** The rows of that value and how the first shows it; empty where they are too many. */
  private static String tied(List<Named> values, Amount amount) {
    Map<String, String> shown = new LinkedHashMap<>(); // a name once
    for (Named v : values) {
      if (v.amount.equalsInValue(amount)) {
        shown.putIfAbsent(v.name, v.amount.shown());
      }
    }
    return shown.size() <= MOST_TIED
        ? String.join(" ", shown.keySet()) + " " + shown.values().iterator().next()
        : "";
  }
}
