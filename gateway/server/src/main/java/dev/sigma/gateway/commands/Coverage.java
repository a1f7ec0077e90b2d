package dev.sigma.gateway.commands;

import dev.sigma.commands.forms.CommandForms;
import dev.sigma.commands.forms.Program;
import dev.sigma.gateway.commands.CommandAnswer.Alternative;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The order in which few commands stand for most of what a model holds possible: after the first,
 * each is the one that adds most to how like the right command the likest of those so far can be
 * expected to be. Near copies of what is there already come last.
 */
final class Coverage {
  private final List<Alternative> commands;
  private final double[] worth;
  private final double[][] likeness;

  /** How like each command the likest of those that were taken is. */
  private final double[] covered;

  private Coverage(List<Alternative> commands, ToDoubleFunction<Alternative> worth) {
    this.commands = commands;
    this.worth = commands.stream().mapToDouble(worth).toArray();
    List<List<Program>> programs =
        commands.stream().map(c -> CommandForms.programs(c.command())).toList();
    this.likeness =
        programs.stream()
            .map(
                one ->
                    programs.stream()
                        .mapToDouble(other -> CommandForms.likeness(one, other))
                        .toArray())
            .toArray(double[][]::new);
    this.covered = new double[commands.size()];
  }

  /**
   * All {@code commands}; the first stays the first.
   *
   * @param commands the best first
   * @param worth in proportion to how probably each is right
   */
  static List<Alternative> order(List<Alternative> commands, ToDoubleFunction<Alternative> worth) {
    Coverage coverage = new Coverage(commands, worth);
    SequencedSet<Integer> left =
        new LinkedHashSet<>(IntStream.range(0, commands.size()).boxed().toList());
    List<Alternative> order = new ArrayList<>();
    while (!left.isEmpty()) {
      int next = order.isEmpty() ? left.getFirst() : coverage.best(left);
      left.remove(next);
      order.add(coverage.take(next));
    }
    return order;
  }

  /** Of those that add the same, the first. */
  private int best(SequencedSet<Integer> left) {
    int best = left.getFirst();
    double most = gain(best);
    for (int i : left) {
      double gain = gain(i);
      if (gain > most) {
        best = i;
        most = gain;
      }
    }
    return best;
  }

  private double gain(int i) {
    double gain = 0;
    for (int j = 0; j < worth.length; j++) {
      gain += worth[j] * Math.max(0, likeness[i][j] - covered[j]);
    }
    return gain;
  }

  private Alternative take(int i) {
    for (int j = 0; j < worth.length; j++) {
      covered[j] = Math.max(covered[j], likeness[i][j]);
    }
    return commands.get(i);
  }
}
