package dev.sigma.benchmarks.score;

import dev.sigma.commands.NamedValues;
import java.util.List;
import java.util.Set;

/**
 * Whether a command takes over, letter for letter, what a request names. What counts is only what a
 * right command takes over as well.
 */
public final class SlotCopy {

  private SlotCopy() {}

  /**
   * How many slots there are, and how many the command holds.
   *
   * @param copied at most {@code slots}
   */
  public record Count(int copied, int slots) {}

  public static Count of(String request, List<String> golds, String command) {
    Set<String> slots = NamedValues.in(request);
    slots.removeIf(slot -> golds.stream().noneMatch(gold -> NamedValues.standsIn(gold, slot)));
    int copied = (int) slots.stream().filter(slot -> NamedValues.standsIn(command, slot)).count();
    return new Count(copied, slots.size());
  }
}
