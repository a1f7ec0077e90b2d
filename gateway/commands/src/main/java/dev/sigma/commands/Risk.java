package dev.sigma.commands;

import java.util.List;

/**
 * How dangerous a command is, and why.
 *
 * @param level the worst level of all reasons; {@link Level#READ_ONLY} where there are none
 * @param reasons in order of their place in the command
 */
public record Risk(Level level, List<Reason> reasons) {
  /** What a command may do to the machine. */
  public enum Level {
    /** Looks, and changes nothing. */
    READ_ONLY,
    /** Creates or alters something, in a way that is usually easy to see and to undo. */
    CHANGES,
    /** May lose data, or interrupts something that runs. */
    DESTRUCTIVE,
    /** Could not be analysed; treat it like the worst. */
    UNKNOWN
  }

  public Risk {
    reasons = List.copyOf(reasons);
  }
}
