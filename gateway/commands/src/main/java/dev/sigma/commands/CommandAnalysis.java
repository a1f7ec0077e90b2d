package dev.sigma.commands;

import java.util.List;

/**
 * Everything known about a command without running it.
 *
 * @param effects short phrases such as {@code reads /var}, without duplicates
 * @param placeholders in order of their place in the command, not overlapping
 * @param needsConfirmation whether a person has to agree before the command runs: everything that
 *     is not {@link Risk.Level#READ_ONLY}
 */
public record CommandAnalysis(
    Risk risk, List<String> effects, List<Placeholder> placeholders, boolean needsConfirmation) {
  public CommandAnalysis {
    effects = List.copyOf(effects);
    placeholders = List.copyOf(placeholders);
  }
}
