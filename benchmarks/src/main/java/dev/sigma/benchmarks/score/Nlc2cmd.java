package dev.sigma.benchmarks.score;

import dev.sigma.benchmarks.score.Node.Call;
import dev.sigma.benchmarks.score.Node.Flags;
import dev.sigma.benchmarks.score.Node.Group;
import dev.sigma.benchmarks.score.Node.Item;
import dev.sigma.benchmarks.score.Node.Nested;
import dev.sigma.benchmarks.score.Node.Redirection;
import dev.sigma.benchmarks.score.Node.Value;
import dev.sigma.benchmarks.score.Node.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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

  /** A utility and the options given to it, each once. */
  record Utility(String name, Set<String> flags) {}

  /**
   * The score of up to five candidates, -1 to 1: the best one, or the mean where none is above 0.
   * Of each candidate, that against the reference which suits it best.
   *
   * @return empty where no reference can be read: there is nothing to compare with
   */
  public static OptionalDouble score(List<Candidate> candidates, List<String> references) {
    List<List<Utility>> golds =
        references.stream().map(Nlc2cmd::utilities).filter(gold -> !gold.isEmpty()).toList();
    if (golds.isEmpty() || candidates.isEmpty()) {
      return OptionalDouble.empty();
    }
    double[] scores =
        candidates.stream()
            .mapToDouble(
                candidate -> {
                  List<Utility> predicted = utilities(candidate.command());
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
  static double agreement(List<Utility> predicted, List<Utility> gold) {
    int positions = Math.max(predicted.size(), gold.size());
    double sum = 0;
    for (int i = 0; i < positions; i++) {
      boolean both = i < predicted.size() && i < gold.size();
      sum += both ? agreement(predicted.get(i), gold.get(i)) : WRONG_UTILITY;
    }
    return sum / positions;
  }

  private static double agreement(Utility predicted, Utility gold) {
    if (!predicted.name().equals(gold.name())) {
      return WRONG_UTILITY;
    }
    Set<String> common = new HashSet<>(gold.flags());
    common.retainAll(predicted.flags());
    Set<String> all = new HashSet<>(gold.flags());
    all.addAll(predicted.flags());
    int most = Math.max(1, Math.max(gold.flags().size(), predicted.flags().size()));
    double flags = all.isEmpty() ? 1 : (2.0 * common.size() - all.size()) / most;
    return (1 + flags) / 2;
  }

  /** Utilities in pre-order; none where the command cannot be read. */
  static List<Utility> utilities(String command) {
    List<Utility> utilities = new ArrayList<>();
    TreeReader.read(command).ifPresent(node -> collect(node, utilities));
    return utilities;
  }

  private static void collect(Node node, List<Utility> utilities) {
    switch (node) {
      case Group g -> g.parts().forEach(part -> collect(part, utilities));
      case Words w -> w.items().forEach(item -> collect(item, utilities));
      case Call c -> {
        if (!c.utility().isEmpty()) {
          Set<String> flags = new HashSet<>();
          for (Item item : c.items()) {
            if (item instanceof Flags f) {
              flags.addAll(f.names());
            }
          }
          utilities.add(new Utility(c.utility().toLowerCase(Locale.ROOT), flags));
        }
        c.items().forEach(item -> collect(item, utilities));
      }
    }
  }

  private static void collect(Item item, List<Utility> utilities) {
    switch (item) {
      case Flags f -> f.value().ifPresent(value -> collect(value, utilities));
      case Value v -> v.inner().forEach(node -> collect(node, utilities));
      case Nested n -> collect(n.node(), utilities);
      case Redirection r -> collect(r.target(), utilities);
      case Node.Fixed _ -> {}
    }
  }
}
