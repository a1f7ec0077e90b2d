package dev.sigma.benchmarks.score;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a command takes over, letter for letter, what a request names: quoted texts, paths, file
 * names and numbers. What counts is only what a right command takes over as well.
 */
public final class SlotCopy {
  /** The kinds of slots, in the order in which they are looked for: the first takes its letters. */
  private static final List<Pattern> KINDS =
      List.of(
          Pattern.compile("\"([^\"]+)\"|`([^`]+)`|(?<!\\w)'([^']+)'(?!\\w)"),
          Pattern.compile("(?<![\\w/.~-])((?:~|\\.{1,2}|[\\w.*-]+)?/[\\w./*@%+~-]*[\\w*/])"),
          Pattern.compile("(?<![\\w/.-])((?:[\\w*-]+\\.)+[A-Za-z]\\w{0,6})(?![\\w/])"),
          Pattern.compile("(?<![\\w.])(\\d+(?:\\.\\d+)?)(?=[A-Za-z%]{0,3}(?!\\w))"));

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private SlotCopy() {}

  /**
   * How many slots there are, and how many the command holds.
   *
   * @param copied at most {@code slots}
   */
  public record Count(int copied, int slots) {}

  public static Count of(String request, List<String> golds, String command) {
    Set<String> slots = slots(request);
    slots.removeIf(slot -> golds.stream().noneMatch(gold -> holds(gold, slot)));
    int copied = (int) slots.stream().filter(slot -> holds(command, slot)).count();
    return new Count(copied, slots.size());
  }

  static Set<String> slots(String request) {
    Set<String> slots = new LinkedHashSet<>();
    String rest = request;
    for (Pattern kind : KINDS) {
      Matcher matcher = kind.matcher(rest);
      StringBuilder without = new StringBuilder();
      while (matcher.find()) {
        groups(matcher.toMatchResult()).map(String::strip).forEach(slots::add);
        matcher.appendReplacement(without, " ");
      }
      matcher.appendTail(without);
      rest = without.toString();
    }
    slots.remove("");
    return slots;
  }

  private static Stream<String> groups(MatchResult match) {
    return Stream.iterate(1, g -> g <= match.groupCount(), g -> g + 1)
        .map(match::group)
        .filter(text -> text != null);
  }

  /**
   * Whether the text stands in the command by itself, rather than as a part of something longer.
   */
  private static boolean holds(String command, String slot) {
    String text = Pattern.quote(slot);
    String whole =
        NUMBER.matcher(slot).matches()
            ? "(?<![\\d.])" + text + "(?!\\d|\\.\\d)"
            : "(?<!\\w)" + text + "(?![\\w-]|[./]\\w)";
    return Pattern.compile(whole).matcher(command).find();
  }
}
