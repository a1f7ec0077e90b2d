package dev.sigma.benchmarks.score;

import dev.sigma.commands.forms.CommandForms;
import dev.sigma.commands.forms.Program;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The accuracy metric of the NLC2CMD competition (Agarwal et al., arXiv:2103.02523) with u1 = u2 =
 * 1: utilities in pre-order, aligned by position, with their options as sets; values do not count.
 *
 * <p>Commands are read with the platform's parser instead of bashlint, so that figures may differ a
 * little from those of the competition.
 */
public final class Nlc2cmd {
  private static final double WRONG_UTILITY = -1;

  private Nlc2cmd() {}

  /**
   * A command that a system proposes.
   *
   * @param confidence 0 to 1
   */
  public record Candidate(String command, double confidence) {}

  /**
   * The score of up to five candidates, -1 to 1: the best one, or the mean where none is above 0.
   * Of each candidate, that against the reference which suits it best.
   *
   * @return empty where no reference can be read: there is nothing to compare with
   */
  public static OptionalDouble score(List<Candidate> candidates, List<String> references) {
    List<List<Program>> golds =
        references.stream().map(CommandForms::programs).filter(gold -> !gold.isEmpty()).toList();
    if (golds.isEmpty() || candidates.isEmpty()) {
      return OptionalDouble.empty();
    }
    double[] scores =
        candidates.stream()
            .mapToDouble(
                candidate -> {
                  List<Program> predicted = CommandForms.programs(candidate.command());
                  return candidate.confidence()
                      * golds.stream()
                          .mapToDouble(gold -> agreement(predicted, gold))
                          .max()
                          .orElse(WRONG_UTILITY);
                })
            .toArray();
    double sum = 0;
    double best = 0;
    for (double score : scores) {
      sum += score;
      best = Math.max(best, score);
    }
    return OptionalDouble.of(best > 0 ? best : sum / scores.length);
  }

  /** Mean over the positions of the longer list, at full confidence. */
  static double agreement(List<Program> predicted, List<Program> gold) {
    int positions = Math.max(predicted.size(), gold.size());
    double sum = 0;
    for (int i = 0; i < positions; i++) {
      boolean both = i < predicted.size() && i < gold.size();
      sum += both ? agreement(predicted.get(i), gold.get(i)) : WRONG_UTILITY;
    }
    return sum / positions;
  }

  private static double agreement(Program predicted, Program gold) {
    if (!predicted.name().equalsIgnoreCase(gold.name())) {
      return WRONG_UTILITY;
    }
    Set<String> common = new HashSet<>(gold.options());
    common.retainAll(predicted.options());
    Set<String> all = new HashSet<>(gold.options());
    all.addAll(predicted.options());
    int most = Math.max(1, Math.max(gold.options().size(), predicted.options().size()));
    double flags = all.isEmpty() ? 1 : (2.0 * common.size() - all.size()) / most;
    return (1 + flags) / 2;
  }
}
