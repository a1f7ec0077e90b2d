package dev.sigma.commands.forms;

import dev.sigma.commands.forms.Node.Call;
import dev.sigma.commands.forms.Node.Fixed;
import dev.sigma.commands.forms.Node.Flags;
import dev.sigma.commands.forms.Node.Group;
import dev.sigma.commands.forms.Node.Item;
import dev.sigma.commands.forms.Node.Nested;
import dev.sigma.commands.forms.Node.Redirection;
import dev.sigma.commands.forms.Node.Value;
import dev.sigma.commands.forms.Node.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the programs of a tree in pre-order: what a program runs comes after it. */
final class Programs {
  private final List<Program> found = new ArrayList<>();

  private Programs() {}

  static List<Program> in(Node node) {
    Programs programs = new Programs();
    programs.node(node);
    return List.copyOf(programs.found);
  }

  private void node(Node node) {
    switch (node) {
      case Group g -> g.parts().forEach(this::node);
      case Words w -> w.items().forEach(this::item);
      case Call c -> {
        if (!c.utility().isEmpty()) {
          found.add(program(c));
        }
        c.items().forEach(this::item);
      }
    }
  }

  private static Program program(Call call) {
    List<String> subcommands = new ArrayList<>();
    Set<String> options = new HashSet<>();
    for (Item item : call.items()) {
      switch (item) {
        case Flags f -> options.addAll(f.names());
        case Fixed(var text) when Character.isLetter(text.charAt(0)) -> subcommands.add(text);
        default -> {}
      }
    }
    return new Program(call.utility(), subcommands, options);
  }

  private void item(Item item) {
    switch (item) {
      case Flags f -> f.value().ifPresent(this::item);
      case Value v -> v.inner().forEach(this::node);
      case Nested n -> node(n.node());
      case Redirection r -> item(r.target());
      case Fixed _ -> {}
    }
  }
}
