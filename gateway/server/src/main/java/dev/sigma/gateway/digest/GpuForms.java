package dev.sigma.gateway.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What nvidia-smi and gpustat print. Quantifiers are possessive, so that no pattern tries twice.
 */
final class GpuForms {

  private static final Pattern CARD =
      Pattern.compile(
          "\\| ++[0-9]{1,3}+ ++[^|]*+\\| ++[0-9A-Fa-f]{4,8}+:[0-9A-Fa-f:.]++ [^|]*+\\|[^|]*+\\|");
  private static final Pattern CARD_USE =
      Pattern.compile(
          "\\| *+[^| ]++ ++([0-9]{1,3}+)C [^|]*?([0-9]{1,5}+)W *+/ *+[0-9N/A]++W?+ *+"
              + "\\| *+([0-9]{1,7}+)MiB *+/ *+[0-9]{1,7}+MiB *+\\| *+([0-9]{1,3}+)% [^|]*+\\|");
  private static final Pattern PROCESS =
      Pattern.compile(
          "\\| ++([0-9]{1,3}+) ++[^| ]++ ++[^| ]++ ++([0-9]{1,10}+) ++([A-Z+]{1,3}+) ++"
              + "([^ |][^\\n]*) ([0-9]{1,7}+MiB) ++\\|");
  private static final Pattern GPUSTAT =
      Pattern.compile(
          "\\[([0-9]{1,3}+)\\] ([^|]+) \\| *+([0-9]{1,3}+)[°']C, *+([0-9]{1,3}+) %[^|]*+"
              + "\\| *+([0-9]{1,7}+) / *+[0-9]{1,7}+ MB \\|[^\\n]*+");
  private static final Pattern MEASURED = Pattern.compile("[0-9.]{1,9}+ (MiB|W|%)");
  private static final Pattern MEBIBYTES = Pattern.compile("[0-9]{1,9}+ MiB");

  private static final List<String> CARD_TITLES = List.of("GPU", "Temp", "Power", "Memory", "Util");
  private static final List<String> PROCESS_TITLES =
      List.of("GPU", "PID", "Type", "Process", "Memory");
  private static final List<String> GPUSTAT_TITLES =
      List.of("index", "name", "temperature", "utilization", "memory");
  private static final List<String> QUERIED_PROCESS_TITLES =
      List.of("pid", "process_name", "used_memory");
  private static final Map<String, String> UNITED =
      Map.of("%", "util", "MiB", "memory", "W", "power");

  private GpuForms() {}

  /**
   * The box of nvidia-smi: one card is a line with its index and bus, and the next with its use.
   * Rules and lines of bars and blanks stand between.
   */
  static TableForm.Taken cards(Lines lines, int at) {
    List<List<String>> rows = new ArrayList<>();
    int i = at;
    while (i < lines.size()) {
      Optional<List<String>> card = card(lines, i);
      if (card.isPresent()) {
        rows.add(card.get());
        i += 2;
      } else if (!rows.isEmpty()
          && lines.filled(i)
          && Text.consistsOf(lines.get(i), "|+-=MIGDis.NA/ ")) {
        i++; // the third line of a card too: MIG mode
      } else {
        break;
      }
    }
    if (rows.isEmpty()) {
      return TableForm.Taken.NOTHING;
    }
    boolean unread = i < lines.size() && CARD.matcher(lines.get(i)).matches();
    return unread
        ? TableForm.Taken.withoutTable(i - at)
        : new TableForm.Taken(i - at, new Table(CARD_TITLES, rows));
  }

  private static Optional<List<String>> card(Lines lines, int at) {
    if (at + 1 >= lines.size() || !CARD.matcher(lines.get(at)).matches()) {
      return Optional.empty();
    }
    Matcher use = CARD_USE.matcher(lines.get(at + 1));
    return use.matches()
        ? Optional.of(
            List.of(
                Text.words(lines.get(at).substring(1)).getFirst(),
                use.group(1) + "C",
                use.group(2) + "W",
                use.group(3) + "MiB",
                use.group(4) + "%"))
        : Optional.empty();
  }

  static TableForm.Taken processes(Lines lines, int at) {
    return RowRun.matching(
        lines,
        at,
        PROCESS_TITLES,
        PROCESS::matcher,
        found ->
            List.of(
                found.group(1),
                found.group(2),
                found.group(3),
                Text.trim(found.group(4)),
                found.group(5)));
  }

  static TableForm.Taken gpustat(Lines lines, int at) {
    return RowRun.matching(
        lines,
        at,
        GPUSTAT_TITLES,
        line -> GPUSTAT.matcher(line + " "),
        found ->
            List.of(
                found.group(1),
                Text.trim(found.group(2)),
                found.group(3) + "C",
                found.group(4) + "%",
                found.group(5) + "MB"));
  }

  /**
   * nvidia-smi's csv without a header: {@code pid, program, N MiB}, or an index and columns that
   * their units tell (the first of each unit).
   */
  static TableForm.Taken queried(Lines lines, int at) {
    List<String> first = CommaSeparated.fields(lines.get(at));
    if (first.size() < 3
        || !Text.isDigits(first.getFirst())
        || first.stream().noneMatch(f -> MEASURED.matcher(f).matches())) {
      return TableForm.Taken.NOTHING;
    }
    boolean processes =
        first.size() == 3
            && MEBIBYTES.matcher(first.get(2)).matches()
            && !MEASURED.matcher(first.get(1)).matches();
    return RowRun.read(
        lines,
        at,
        processes ? QUERIED_PROCESS_TITLES : titlesByUnit(first),
        line ->
            Optional.of(CommaSeparated.fields(line))
                .filter(row -> row.size() == first.size() && Text.isDigits(row.getFirst())));
  }

  private static List<String> titlesByUnit(List<String> first) {
    List<String> titles = new ArrayList<>(List.of("index"));
    for (String field : first.subList(1, first.size())) {
      Matcher measured = MEASURED.matcher(field);
      String title = measured.matches() ? UNITED.getOrDefault(measured.group(1), "") : "";
      titles.add(titles.contains(title) ? "" : title);
    }
    return titles;
  }
}
