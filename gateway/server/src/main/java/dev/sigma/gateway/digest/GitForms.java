package dev.sigma.gateway.digest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What git prints without a header. */
final class GitForms {

  private static final Pattern CHANGE =
      Pattern.compile(" ([^ |][^|]*[^ |]) ++\\| ++([0-9]{1,9}+)( [+-]++)?+");
  private static final Pattern STATUS = Pattern.compile("([ MADRCUT][ MADRCUT]|\\?\\?|!!) [^ ]++");
  private static final List<String> CHANGES = List.of("changes", "path");
  private static final List<String> STATES = List.of("status", "path");

  private GitForms() {}

  /** {@code git diff --stat}. */
  static TableForm.Taken changes(Lines lines, int at) {
    return RowRun.matching(
        lines, at, CHANGES, CHANGE::matcher, found -> List.of(found.group(2), found.group(1)));
  }

  /** {@code git status --short}: two letters, a blank, one path; its line of the branch is none. */
  static TableForm.Taken status(Lines lines, int at) {
    return RowRun.read(
        lines,
        at,
        STATES,
        line ->
            STATUS.matcher(line).matches() && !line.startsWith("  ")
                ? Optional.of(List.of(Text.trim(line.substring(0, 2)), line.substring(3)))
                : Optional.empty());
  }
}
