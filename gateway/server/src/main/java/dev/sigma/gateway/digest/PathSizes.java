package dev.sigma.gateway.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code du}, {@code find -printf '%s %p'}, {@code wc -l}, {@code uniq -c}: an amount and a path;
 * but without a tab the path is one word.
 */
final class PathSizes {

  private static final Pattern ROW =
      Pattern.compile(
          " {0,12}+([0-9]{1,15}|[0-9]{1,6}[.,][0-9]{1,2}|[0-9]{1,6}([.,][0-9]{1,2})?[KMGTP](i?B)?"
              + "|[0-9]{1,6}B)[ \\t]++([^ \\t][^\\n]*+)");
  private static final List<String> SIZES = List.of("size", "path");
  private static final List<String> COUNTS = List.of("count", "path");

  private PathSizes() {}

  /** Left out is {@code total}, and a folder that holds all others. */
  static TableForm.Taken read(Lines lines, int at) {
    TableForm.Taken taken = RowRun.read(lines, at, SIZES, PathSizes::cells);
    if (taken.lines() == 0) {
      return taken;
    }
    List<List<String>> rows = new ArrayList<>(taken.table().rows());
    rows.removeIf(row -> row.get(1).equals("total"));
    outermost(rows).ifPresent(outer -> rows.remove((int) outer));
    boolean sizes =
        lines.range(at, at + taken.lines()).stream().allMatch(line -> line.contains("\t"))
            || rows.stream().allMatch(row -> "/.~".indexOf(row.get(1).charAt(0)) >= 0)
            || rows.stream().anyMatch(row -> isMeasured(row.getFirst()));
    return new TableForm.Taken(taken.lines(), new Table(sizes ? SIZES : COUNTS, rows));
  }

  private static Optional<List<String>> cells(String line) {
    Matcher found = ROW.matcher(line);
    return found.matches() && (line.contains("\t") || !found.group(4).contains(" "))
        ? Optional.of(List.of(found.group(1), Text.trim(found.group(4), " \t")))
        : Optional.empty();
  }

  private static boolean isMeasured(String size) {
    return "KMGTPB".indexOf(size.charAt(size.length() - 1)) >= 0;
  }

  /** Where the folder stands that all others are in: the first of the shortest paths. */
  private static Optional<Integer> outermost(List<List<String>> rows) {
    int outer = 0;
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).get(1).length() < rows.get(outer).get(1).length()) {
        outer = i;
      }
    }
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    String folder = Text.trimEnd(rows.get(outer).get(1), "/") + "/";
    for (int i = 0; i < rows.size(); i++) {
      if (i != outer && !rows.get(i).get(1).startsWith(folder)) {
        return Optional.empty();
      }
    }
    return Optional.of(outer);
  }
}
