package dev.sigma.gateway.commands;

import dev.sigma.commands.CommandAnalyzer;
import dev.sigma.commands.CommandText;
import dev.sigma.commands.NamedValues;
import dev.sigma.gateway.commands.CommandAnswer.Alternative;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of a model's commands is the answer, and in which order the others follow. It is the most
 * probable one, where a command counts as less probable the more it leaves out of what the request
 * names letter for letter, and if the shell could not read it: small models lose a name or a quote
 * more easily than they are wrong about the rest.
 *
 * @param others in the order of {@link Coverage}
 */
record Choice(Alternative first, List<Alternative> others) {

  /** So many times less probable is a command for each value that it leaves out. */
  private static final double LEFT_OUT = 20;

  private static final double UNREADABLE = 1000;

  /** Whether others, which share the rest of the probability, could come before {@code greedy}. */
  static boolean isOpen(CommandRequest request, Alternative greedy) {
    double worth = worth(request, NamedValues.in(request.request()), greedy);
    return 1 - greedy.confidence() > worth;
  }

  /** Nothing else was looked at. */
  static Choice only(Alternative greedy) {
    return new Choice(greedy, List.of());
  }

  /**
   * Between {@code greedy} and what else was found.
   *
   * @param found the most probable first; no two the same but for blanks
   */
  static Choice of(CommandRequest request, Alternative greedy, List<Alternative> found) {
    List<Alternative> all = new ArrayList<>(List.of(greedy));
    String normalised = CommandText.normalised(greedy.command());
    found.stream()
        .filter(a -> !CommandText.normalised(a.command()).equals(normalised))
        .forEach(all::add);
    Set<String> named = NamedValues.in(request.request());
    Map<Alternative, Double> worth = new HashMap<>();
    all.forEach(each -> worth.put(each, worth(request, named, each)));
    all.sort(Comparator.comparing(worth::get, Comparator.reverseOrder()));
    List<Alternative> order = Coverage.order(all, worth::get);
    return new Choice(order.getFirst(), List.copyOf(order.subList(1, order.size())));
  }

  private static double worth(CommandRequest request, Set<String> named, Alternative a) {
    long missing =
        named.stream().filter(value -> !NamedValues.standsIn(a.command(), value)).count();
    boolean readable = CommandAnalyzer.isReadable(a.command(), request.shell());
    double doubt = Math.pow(LEFT_OUT, (double) missing) * (readable ? 1 : UNREADABLE);
    return a.confidence() / doubt;
  }
}
