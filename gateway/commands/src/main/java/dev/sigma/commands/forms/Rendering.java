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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a command in one of two canonical forms, so that texts can be compared. */
enum Rendering {
  /** Everything as it was given, in its order. */
  EXACT {
    @Override
    List<String> items(Call call) {
      return call.items().stream().map(this::item).toList();
    }

    @Override
    String item(Item item) {
      return switch (item) {
        case Flags f -> f.text() + f.value().map(v -> f.glue() + item(v)).orElse("");
        case Value v -> v.text();
        default -> common(item);
      };
    }
  },
  /** Values as their kinds, clusters taken apart, and options in the order of their names. */
  TEMPLATE {
    @Override
    List<String> items(Call call) {
      List<String> options = new ArrayList<>();
      List<String> rest = new ArrayList<>();
      List<String> redirections = new ArrayList<>();
      for (Item item : call.items()) {
        switch (item) {
          case Flags f when !isExpression(call) -> options.addAll(units(f));
          case Redirection r -> redirections.add(item(r));
          default -> rest.add(item(item));
        }
      }
      options.sort(null);
      // Subcommands lead: docker run -d and docker -d run differ in nothing that is looked at.
      int subcommands = 0;
      while (subcommands < rest.size() && isSubcommand(call, rest.get(subcommands))) {
        subcommands++;
      }
      List<String> all = new ArrayList<>(rest.subList(0, subcommands));
      all.addAll(options);
      all.addAll(rest.subList(subcommands, rest.size()));
      all.addAll(redirections);
      return all;
    }

    @Override
    String item(Item item) {
      return switch (item) {
        case Flags f -> String.join(" ", units(f));
        case Value v ->
            v.inner().isEmpty()
                ? v.kind()
                : v.inner().stream().map(this::node).collect(Collectors.joining(" ", "<", ">"));
        default -> common(item);
      };
    }

    // the order of find's tests and actions means something
    private boolean isExpression(Call call) {
      return call.utility().equals("find");
    }

    private boolean isSubcommand(Call call, String rendered) {
      return call.items().stream()
          .anyMatch(item -> item instanceof Fixed(var text) && text.equals(rendered));
    }

    // an option each, the last one with the value
    private List<String> units(Flags flags) {
      List<String> units = new ArrayList<>(flags.names());
      flags.value().ifPresent(v -> units.add(units.removeLast() + " " + item(v)));
      return units;
    }
  };

  abstract List<String> items(Call call);

  abstract String item(Item item);

  String node(Node node) {
    return switch (node) {
      case Call c ->
          Stream.concat(Stream.of(c.utility()), items(c).stream())
              .filter(text -> !text.isEmpty())
              .collect(Collectors.joining(" "));
      case Words w -> w.items().stream().map(this::item).collect(Collectors.joining(" "));
      case Group g -> {
        StringBuilder text = new StringBuilder(g.open());
        for (int i = 0; i < g.parts().size(); i++) {
          text.append(i == 0 ? "" : (" " + g.joints().get(i - 1)).stripTrailing() + " ");
          text.append(node(g.parts().get(i)));
        }
        yield text.append(g.close()).toString();
      }
    };
  }

  String common(Item item) {
    return switch (item) {
      case Fixed f -> f.text();
      case Nested n -> node(n.node());
      case Redirection r -> r.operator() + item(r.target());
      case Flags _, Value _ ->
          throw new IllegalArgumentException("item: " + item + " (expected: one of both forms)");
    };
  }
}
