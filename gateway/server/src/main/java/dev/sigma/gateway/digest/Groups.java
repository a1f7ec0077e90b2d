package dev.sigma.gateway.digest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code STATUS Running: a b c | Error: d}: 2 to 8 unlike values of which one repeats; a column of
 * states or owners may have 1 (2) to 12. Values are in the order of the paste.
 */
final class Groups {

  private static final int MOST = 8;
  private static final int MOST_SPECIAL = 12;
  private static final int MOST_NAMES = 12;
  private static final int LONGEST_VALUE = 40;
  private static final int LONGEST_LINE = 400;
  private static final Pattern READY_OF = Pattern.compile("[0-9]{1,4}/[0-9]{1,4}");
  private static final Pattern PROCESS_STATE = Pattern.compile("[A-Z][A-Za-z<+]{0,5}");
  private static final Set<String> CONTAINER_STATES =
      Set.of("Up", "Exited", "Restarting", "Created", "Dead");

  private Groups() {}

  static Optional<String> of(Column column) {
    Map<String, List<String>> members = new LinkedHashMap<>();
    int filled = 0;
    for (int i = 0; i < column.cells().size(); i++) {
      String value = shared(column.head(), column.cells().get(i));
      if (!Cells.isMissing(value)) {
        filled++;
        List<String> names = members.computeIfAbsent(value, v -> new ArrayList<>());
        String name = column.names().get(i);
        if (names.isEmpty() || !names.getLast().equals(name)) {
          names.add(name);
        }
      }
    }
    return isTold(column.head(), members.size(), filled > members.size())
            && members.keySet().stream().noneMatch(v -> v.length() > LONGEST_VALUE)
        ? line(column.title(), members)
        : Optional.empty();
  }

  private static boolean isTold(String head, int unlike, boolean repeats) {
    if (repeats && unlike >= 2 && unlike <= MOST) {
      return true;
    }
    int fewest = Heads.isOwner(head) ? 2 : Heads.isState(head) ? 1 : Integer.MAX_VALUE;
    return unlike >= fewest && unlike <= (repeats ? MOST_SPECIAL : MOST);
  }

  /**
   * Over 12 names, only their number. While the line is too long, the group with the longest list
   * of names becomes a number.
   */
  private static Optional<String> line(String title, Map<String, List<String>> members) {
    Map<String, String> lists = new LinkedHashMap<>();
    members.forEach(
        (value, names) ->
            lists.put(value, names.size() <= MOST_NAMES ? String.join(" ", names) : count(names)));
    while (true) {
      String line =
          lists.entrySet().stream()
              .map(e -> e.getKey() + ": " + e.getValue())
              .collect(Collectors.joining(" | ", title + " ", ""));
      if (line.length() <= LONGEST_LINE) {
        return Optional.of(line);
      }
      String longest = longest(lists);
      String count = count(members.getOrDefault(longest, List.of()));
      if (count.equals(lists.put(longest, count))) {
        return Optional.empty();
      }
    }
  }

  private static String count(List<String> names) {
    return String.valueOf(names.size());
  }

  private static String longest(Map<String, String> lists) {
    String longest = "";
    int length = -1;
    for (Map.Entry<String, String> each : lists.entrySet()) {
      if (each.getValue().length() > length) {
        longest = each.getKey();
        length = each.getValue().length();
      }
    }
    return longest;
  }

  /**
   * What of a cell a group shares: {@code all} and {@code not all} of ready counts, docker's state
   * without its times, the first letter of ps's state.
   */
  private static String shared(String head, String cell) {
    if (Heads.isReady(head) && READY_OF.matcher(cell).matches()) {
      int left = Integer.parseInt(Text.before(cell, "/"));
      return left < Integer.parseInt(Text.behind(cell, "/")) ? "not all" : "all";
    }
    if ((head.equals("STAT") || head.equals("S")) && PROCESS_STATE.matcher(cell).matches()) {
      return cell.substring(0, 1);
    }
    if (head.equals("RESTARTS")) {
      return Text.before(cell, " (");
    }
    String state = Text.before(cell, " ");
    return head.equals("STATUS") && CONTAINER_STATES.contains(state)
        ? containerState(state, cell)
        : cell;
  }

  private static String containerState(String state, String cell) {
    int blank = cell.indexOf(' ');
    int bracket = cell.indexOf('(');
    if (state.equals("Up")) {
      return bracket < 0 ? state : state + " " + cell.substring(bracket);
    }
    return blank < 0 ? state : state + " " + Text.before(cell.substring(blank + 1), " ");
  }
}
