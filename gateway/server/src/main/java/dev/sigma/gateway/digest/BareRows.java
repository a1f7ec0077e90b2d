package dev.sigma.gateway.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Rows without their header, such as what grep leaves. */
final class BareRows {

  private static final Pattern CONTAINER_ID = Pattern.compile("[0-9a-f]{12}");
  private static final int PORTS = 5;
  private static final List<String> CONTAINERS =
      List.of("CONTAINER ID", "IMAGE", "COMMAND", "CREATED", "STATUS", "PORTS", "NAMES");

  /** What a line begins with that is a command without its prompt. */
  private static final Set<String> COMMANDS =
      Set.of(
          "kubectl",
          "k",
          "oc",
          "docker",
          "podman",
          "ps",
          "squeue",
          "df",
          "systemctl",
          "netstat",
          "ip",
          "sudo",
          "supervisorctl",
          "watch");

  private BareRows() {}

  /** Those of {@code docker ps}; ports may be missing. */
  static TableForm.Taken containers(Lines lines, int at) {
    return begins(lines, at)
        ? RowRun.read(lines, at, CONTAINERS, BareRows::container, 0)
        : TableForm.Taken.NOTHING;
  }

  private static Optional<List<String>> container(String line) {
    List<String> pieces = Pieces.withDates(line);
    int n = CONTAINERS.size();
    if ((pieces.size() != n && pieces.size() != n - 1)
        || !CONTAINER_ID.matcher(pieces.getFirst()).matches()
        || !pieces.get(2).startsWith("\"")
        || !pieces.get(3).endsWith(" ago")) {
      return Optional.empty();
    }
    if (pieces.size() == n) {
      return Optional.of(pieces);
    }
    List<String> row = new ArrayList<>(pieces);
    row.add(PORTS, "");
    return Optional.of(row);
  }

  static TableForm.Taken read(Lines lines, int at) {
    if (!begins(lines, at)) {
      return TableForm.Taken.NOTHING;
    }
    List<String> pieces = Pieces.withDates(lines.get(at));
    for (RowForm form : RowForm.ALL) {
      if (form.fits(pieces)) {
        TableForm.Taken taken =
            RowRun.read(lines, at, form.titles(), line -> form.row(Pieces.withDates(line)), 0);
        if (taken.lines() > 0) {
          return taken;
        }
      }
    }
    return TableForm.Taken.NOTHING;
  }

  /** Above is nothing, a message, or a command: else it might be a row that was not understood. */
  private static boolean begins(Lines lines, int at) {
    if (at == 0 || lines.get(at - 1).isEmpty()) {
      return true;
    }
    String above = lines.get(at - 1);
    return Lines.isMessage(above) || COMMANDS.contains(Text.words(above).getFirst());
  }
}
