package dev.sigma.commands.forms;

import dev.sigma.commands.Shell;
import dev.sigma.commands.forms.Node.Call;
import dev.sigma.commands.forms.Node.Fixed;
import dev.sigma.commands.forms.Node.Group;
import dev.sigma.commands.forms.Node.Item;
import dev.sigma.commands.forms.Node.Redirection;
import dev.sigma.commands.forms.Node.Words;
import dev.sigma.commands.shell.Assignment;
import dev.sigma.commands.shell.Command;
import dev.sigma.commands.shell.ParseResult;
import dev.sigma.commands.shell.Redirect;
import dev.sigma.commands.shell.ShellParser;
import dev.sigma.commands.shell.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads the text of a command into the tree that scores look at. */
final class TreeReader {
  private final String source;

  private TreeReader(String source) {
    this.source = source;
  }

  /** The tree of a command; empty where the shell would not read it. */
  static Optional<Node> read(String command) {
    if (command.isBlank()) {
      return Optional.empty();
    }
    return switch (ShellParser.parse(command, Shell.BASH)) {
      case ParseResult.Program program ->
          Optional.of(new TreeReader(command).program(program.command()));
      case ParseResult.Failure _ -> Optional.empty();
    };
  }

  /** With what stands before the first command: {@code !} or {@code time}. */
  private Node program(Command command) {
    String before = between(0, command.start());
    Node node = node(command);
    return before.isEmpty() ? node : new Group(before + " ", List.of(node), List.of(), "");
  }

  private Node node(Command command) {
    return switch (command) {
      case Command.Simple c -> simple(c);
      case Command.Pipeline c -> joined(c.start(), c.stages());
      case Command.AndOr c -> joined(c.start(), c.parts());
      case Command.Sequence c -> joined(c.start(), c.parts());
      case Command.Background c -> new Group("", List.of(node(c.command())), List.of(), " &");
      case Command.Block c ->
          c.subshell()
              ? group("(", List.of(c.body()), ")", c.redirects())
              : group("{ ", List.of(c.body()), " }", c.redirects());
      case Command.If c -> group("if ", c.parts(), " fi", c.redirects());
      case Command.While c ->
          group("while ", List.of(c.condition(), c.body()), " done", c.redirects());
      case Command.For c -> {
        List<Node> parts = List.of(words(c.items()), node(c.body()));
        yield nodes("for " + c.variable() + " in ", parts, " done", c.redirects());
      }
      case Command.ArithmeticFor c ->
          group("for (( )) ", List.of(c.body()), " done", c.redirects());
      case Command.Case c -> {
        List<Node> parts = new ArrayList<>(List.of(words(List.of(c.subject()))));
        parts.add(words(c.patterns()));
        c.bodies().forEach(body -> parts.add(node(body)));
        yield nodes("case ", parts, " esac", c.redirects());
      }
      case Command.Function c ->
          new Group(c.name() + "() ", List.of(node(c.body())), List.of(), "");
      case Command.Test c -> nodes("[[ ", List.of(words(c.words())), " ]]", c.redirects());
      case Command.Arithmetic c -> verbatim(c);
      case Command.Coprocess c -> new Group("coproc ", List.of(node(c.body())), List.of(), "");
      case Command.Unparsed c -> verbatim(c);
    };
  }

  private Node simple(Command.Simple command) {
    List<Item> before = new ArrayList<>();
    for (Assignment a : command.assignments()) {
      WordText value = text(a.value());
      String name = a.name() + (a.append() ? "+=" : "=");
      before.add(
          new Node.Value(
              name + WordText.kind(value.plain()), name + value.canonical(), value.inner()));
    }
    List<Item> after = redirections(command.redirects());
    if (command.words().isEmpty()) {
      before.addAll(after);
      return new Call("", List.copyOf(before));
    }
    Call call = CallReader.read(command.words().stream().map(this::text).toList());
    List<Item> items = new ArrayList<>(call.items());
    items.addAll(after);
    Call whole = new Call(call.utility(), List.copyOf(items));
    return before.isEmpty()
        ? whole
        : new Group("", List.of(new Words(List.copyOf(before)), whole), List.of(""), "");
  }

  private List<Item> redirections(List<Redirect> redirects) {
    List<Item> items = new ArrayList<>();
    for (Redirect redirect : redirects) {
      String operator = redirect.descriptor() + redirect.operator();
      WordText target = text(redirect.target());
      // 2>&1: which descriptor is meant is no value that people fill in
      boolean descriptor = redirect.operator().endsWith("&");
      items.add(
          new Redirection(operator, descriptor ? new Fixed(target.canonical()) : target.value()));
      if (redirect.isHereDocument()) {
        items.add(text(redirect.body().body()).value());
      }
    }
    return items;
  }

  /** Commands with what stands between them, as written; a line's end is a semicolon. */
  private Node joined(int start, List<Command> parts) {
    List<Node> nodes = parts.stream().map(this::node).toList();
    List<String> joints = new ArrayList<>();
    for (int i = 1; i < parts.size(); i++) {
      String joint = between(parts.get(i - 1).end(), parts.get(i).start());
      joints.add(joint.isEmpty() ? ";" : joint);
    }
    String before = parts.isEmpty() ? "" : between(start, parts.getFirst().start());
    return new Group(before.isEmpty() ? "" : before + " ", nodes, List.copyOf(joints), "");
  }

  private Node group(String open, List<Command> parts, String close, List<Redirect> redirects) {
    return nodes(open, parts.stream().map(this::node).toList(), close, redirects);
  }

  private Node nodes(String open, List<Node> parts, String close, List<Redirect> redirects) {
    List<String> joints = Collections.nCopies(Math.max(0, parts.size() - 1), ";");
    Node group = new Group(open, List.copyOf(parts), joints, close);
    return redirects.isEmpty()
        ? group
        : new Group("", List.of(group, new Words(redirections(redirects))), List.of(""), "");
  }

  private Words words(List<Word> words) {
    return new Words(words.stream().<Item>map(word -> text(word).value()).toList());
  }

  private Node verbatim(Command command) {
    String text = source.substring(command.start(), command.end());
    return new Words(List.of(new Fixed(text)));
  }

  private WordText text(Word word) {
    return WordText.of(word, source, this::node);
  }

  /** What stands between two commands, on one line. */
  private String between(int from, int to) {
    String text = source.substring(Math.min(from, to), Math.max(from, to)).strip();
    return text.replaceAll("\\s*\\n\\s*", "; ").replaceAll("\\s+", " ");
  }
}
