package dev.sigma.benchmarks.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a command did.
 *
 * @param output its standard output, one character a byte
 * @param errors the beginning of its standard error output
 * @param exit its exit status; 128 and more after a signal
 * @param complete whether it ended by itself, within the limits of time and output
 * @param changes what files, folders and links are like afterwards, by path, where that is not as
 *     before: empty for what is gone
 */
public record Outcome(
    String output, String errors, int exit, boolean complete, Map<String, String> changes) {
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  public Outcome {
    changes = Map.copyOf(changes);
  }

  /**
   * Whether others can be held to it: it ran to its end with all the programs that it starts, and
   * did not fail without a word.
   */
  public boolean isUsable() {
    boolean started =
        exit != NOT_EXECUTABLE && exit != NOT_FOUND && !errors.contains("command not found");
    return complete && started && (exit == 0 || !isSilent());
  }

  /** Whether it printed nothing and left everything as it was. */
  public boolean isSilent() {
    return output.isBlank() && changes.isEmpty();
  }

  /**
   * Whether another command did the same as this one. Of a silent one, which every failure would
   * equal, the exit status counts as well.
   *
   * @param again the same command's outcome of another run: where the two differ, only the form of
   *     the output counts, and only the names of the files
   * @param anyOrder whether the order of the lines means nothing
   */
  public boolean agrees(Outcome again, Outcome other, boolean anyOrder) {
    boolean varies = !lines(output, anyOrder).equals(lines(again.output, anyOrder));
    String expected = lines(varies ? masked(output) : output, anyOrder);
    String actual = lines(varies ? masked(other.output) : other.output, anyOrder);
    return other.complete
        && expected.equals(actual)
        && withoutVarying(changes, again).equals(withoutVarying(other.changes, again))
        && (!isSilent() || exit == other.exit);
  }

  private Map<String, String> withoutVarying(Map<String, String> of, Outcome again) {
    Map<String, String> result = new HashMap<>(of);
    result.replaceAll(
        (path, state) ->
            Objects.equals(changes.get(path), again.changes.get(path)) ? state : "varies");
    return result;
  }

  /** Process ids, times, counters: digits change, and with them the blanks of aligned columns. */
  private static String masked(String text) {
    return text.replaceAll("\\d+", "0").replaceAll("[ \\t]+", " ");
  }

  private static String lines(String text, boolean anyOrder) {
    String stripped = text.stripTrailing();
    return anyOrder ? stripped.lines().sorted().collect(Collectors.joining("\n")) : stripped;
  }
}
