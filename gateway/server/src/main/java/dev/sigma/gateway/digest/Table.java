package dev.sigma.gateway.digest;

import java.util.List;

/**
 * A table as it was pasted.
 *
 * @param titles of its columns; one that is empty belongs to a column that says nothing
 * @param rows each as many trimmed cells as there are titles
 */
record Table(List<String> titles, List<List<String>> rows) {

  static final Table EMPTY = new Table(List.of(), List.of());

  List<String> column(int at) {
    return rows.stream().map(row -> row.get(at)).toList();
  }
}
