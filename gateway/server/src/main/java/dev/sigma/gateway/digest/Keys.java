package dev.sigma.gateway.digest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What commands name the rows of a table by. A name with blanks is quoted.
 *
 * @param names of each row
 * @param column that they are from; -1: several
 */
record Keys(List<String> names, int column) {

  private static final int LONGEST = 120;
  private static final int SEVERAL = -1;

  /** Columns that name rows, the best first. */
  private static final List<String> NAMING =
      Bars.list(
          """
          SERVICE|PID|PID/PROGRAM NAME|JOBID|JOB ID|INDEX|NAMES|NAME|UNIT|UNIT FILE|
          MOUNTED ON|TARGET|OBJECT|HOSTNAME|VOLUME NAME|NODELIST|REVISION|ID|CONTAINER ID|
          IMAGE ID|SSID|LV|VG|PV|SESSION|DEVICE|PATH|TTY|LOCAL ADDRESS:PORT
          """);

  /** Those that several rows may share. */
  private static final Set<String> REPEATED = Set.of("PID", "PID/PROGRAM NAME", "OBJECT");

  /**
   * The first column of {@link #NAMING} whose cells are filled, and unlike except for {@link
   * #REPEATED}; else the first whose cells are so and of one word. Images are repository:tag, or
   * their id where one is {@code <none>}; a pid is taken out of netstat's and ss's columns.
   */
  static Optional<Keys> of(List<String> heads, Table table) {
    Map<String, Integer> places = new HashMap<>();
    for (int c = 0; c < heads.size(); c++) {
      places.putIfAbsent(heads.get(c), c);
    }
    if (places.containsKey("REPOSITORY") && places.containsKey("TAG")) {
      List<String> images = images(places, table);
      return usable(images, false) ? Optional.of(new Keys(images, SEVERAL)) : Optional.empty();
    }
    if (places.containsKey("PROCESS") && !places.containsKey("PID")) {
      int column = places.getOrDefault("PROCESS", 0);
      List<String> pids = table.column(column).stream().map(Keys::firstPid).toList();
      if (usable(pids, true)) {
        return Optional.of(new Keys(pids, column));
      }
    }
    for (String head : NAMING) {
      if (places.containsKey(head) && !(head.equals("ID") && places.containsKey("↺"))) {
        List<String> names = names(head, heads, places, table);
        boolean nobody = head.equals("PID") && names.contains("0"); // of services that do not run
        if (usable(names, REPEATED.contains(head)) && !nobody) {
          return Optional.of(quoted(names, places.getOrDefault(head, 0)));
        }
      }
    }
    return IntStream.range(0, heads.size())
        .filter(c -> mayName(heads.get(c)))
        .mapToObj(c -> new Keys(table.column(c).stream().map(Keys::bare).toList(), c))
        .filter(k -> usable(k.names, false) && k.names.stream().noneMatch(n -> n.contains(" ")))
        .findFirst();
  }

  private static boolean mayName(String head) {
    return !Heads.isMute(head) && !Heads.isState(head) && !Heads.isAmount(head);
  }

  private static List<String> images(Map<String, Integer> places, Table table) {
    int repository = places.getOrDefault("REPOSITORY", 0);
    int tag = places.getOrDefault("TAG", 0);
    Optional<Integer> id = Optional.ofNullable(places.get("IMAGE ID"));
    return table.rows().stream()
        .map(
            row -> {
              String name = row.get(repository) + ":" + row.get(tag);
              return name.contains("<none>") ? id.map(row::get).orElse(name) : name;
            })
        .toList();
  }

  /**
   * With a NAMESPACE a NAME or OBJECT is namespace/name (not under {@code kubectl config
   * get-contexts}, which begins with CURRENT).
   */
  private static List<String> names(
      String head, List<String> heads, Map<String, Integer> places, Table table) {
    int column = places.getOrDefault(head, 0);
    boolean spaced =
        places.containsKey("NAMESPACE")
            && !heads.getFirst().equals("CURRENT")
            && (head.equals("NAME") || head.equals("OBJECT"));
    int namespace = places.getOrDefault("NAMESPACE", 0);
    return table.rows().stream()
        .map(
            row -> {
              String name = bare(row.get(column));
              if (head.equals("PID/PROGRAM NAME")) {
                return Text.before(name, "/");
              }
              return spaced && !name.isEmpty() ? row.get(namespace) + "/" + name : name;
            })
        .toList();
  }

  private static boolean usable(List<String> names, boolean repeated) {
    return names.stream()
            .allMatch(
                n ->
                    !Cells.isMissing(n)
                        && n.length() <= LONGEST
                        && !(n.contains(" ") && n.contains("'")))
        && (repeated || new HashSet<>(names).size() == names.size());
  }

  /** Without lsblk's branches before it. */
  private static String bare(String cell) {
    if (cell.startsWith("├") || cell.startsWith("└") || cell.startsWith("│")) {
      return Text.trimStart(cell, "├└│─ ");
    }
    return cell.startsWith("|-") || cell.startsWith("`-") ? cell.substring(2) : cell;
  }

  private static Keys quoted(List<String> names, int column) {
    return new Keys(names.stream().map(n -> n.contains(" ") ? "'" + n + "'" : n).toList(), column);
  }

  /** Of {@code users:(("nginx",pid=12,fd=3))}. */
  private static String firstPid(String cell) {
    String digits = Text.before(Text.before(Text.behind(cell, "pid="), "pid="), ",");
    return Text.isDigits(digits) ? digits : "";
  }
}
