package dev.sigma.commands.forms;

import java.util.List;
import java.util.Set;

/**
 * A program that a command runs.
 *
 * @param name without folders
 * @param subcommands such as {@code compose} and {@code up}
 * @param options with their dashes, each once, a cluster's letters apart; not what they are given
 */
public record Program(String name, List<String> subcommands, Set<String> options) {
  public Program {
    subcommands = List.copyOf(subcommands);
    options = Set.copyOf(options);
  }

  /** 0 to 1; the name counts as much as an option. */
  double likeness(Program other) {
    if (!name.equals(other.name) || !subcommands.equals(other.subcommands)) {
      return 0;
    }
    long common = options.stream().filter(other.options::contains).count();
    return (1.0 + common) / (1 + options.size() + other.options.size() - common);
  }
}
