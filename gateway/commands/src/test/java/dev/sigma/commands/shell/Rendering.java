package dev.sigma.commands.shell;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a tree on one line, so that tests can compare it with a string. */
final class Rendering {
  private Rendering() {}

  static String of(Command command) {
    return switch (command) {
      case Command.Simple c -> simple(c);
      case Command.Pipeline c -> list("pipe", c.stages());
      case Command.AndOr c -> list("and-or", c.parts());
      case Command.Sequence c -> list("seq", c.parts());
      case Command.Background c -> list("background", List.of(c.command()));
      case Command.Block c ->
          list(c.subshell() ? "subshell" : "group", List.of(c.body())) + redirects(c.redirects());
      case Command.If c -> list("if", c.parts()) + redirects(c.redirects());
      case Command.While c ->
          list("while", List.of(c.condition(), c.body())) + redirects(c.redirects());
      case Command.For c ->
          list("for " + c.variable() + " in " + words(c.items()), List.of(c.body()))
              + redirects(c.redirects());
      case Command.ArithmeticFor c ->
          list("for ((" + parts(c.header()) + "))", List.of(c.body())) + redirects(c.redirects());
      case Command.Case c ->
          list("case " + word(c.subject()) + " of " + words(c.patterns()), c.bodies())
              + redirects(c.redirects());
      case Command.Function c -> list("function " + c.name(), List.of(c.body()));
      case Command.Test c -> "(test " + words(c.words()) + ")" + redirects(c.redirects());
      case Command.Arithmetic c -> "(arith " + parts(c.parts()) + ")" + redirects(c.redirects());
      case Command.Coprocess c -> list("coproc", List.of(c.body()));
      case Command.Unparsed c -> "UNPARSED";
    };
  }

  private static String list(String name, List<Command> commands) {
    return commands.stream()
        .map(Rendering::of)
        .collect(Collectors.joining(", ", "(" + name + ": ", ")"));
  }

  /** {@code [name=value word word] >file}. */
  private static String simple(Command.Simple command) {
    String assignments =
        command.assignments().stream().map(Rendering::assignment).collect(Collectors.joining(" "));
    String words = words(command.words());
    String between = assignments.isEmpty() || words.isEmpty() ? "" : " ";
    return "[" + assignments + between + words + "]" + redirects(command.redirects());
  }

  private static String assignment(Assignment a) {
    String subscript = a.subscript().isEmpty() ? "" : "[" + parts(a.subscript()) + "]";
    return "{" + a.name() + subscript + (a.append() ? "+=" : "=") + word(a.value()) + "}";
  }

  private static String redirects(List<Redirect> redirects) {
    return redirects.stream().map(r -> " " + redirect(r)).collect(Collectors.joining());
  }

  private static String redirect(Redirect r) {
    String body = r.isHereDocument() ? "{" + word(r.body().body()) + "}" : "";
    return r.descriptor() + r.operator() + word(r.target()) + body;
  }

  static String words(List<Word> words) {
    return words.stream().map(Rendering::word).collect(Collectors.joining(" "));
  }

  static String word(Word word) {
    return parts(word.parts());
  }

  private static String parts(List<WordPart> parts) {
    return parts.stream().map(Rendering::part).collect(Collectors.joining());
  }

  /** Literals as they are, '..' for quoted text, $name(operator argument) for parameters. */
  private static String part(WordPart part) {
    return switch (part) {
      case WordPart.Literal p -> shown(p.text());
      case WordPart.Quoted p -> "'" + shown(p.text()) + "'";
      case WordPart.DoubleQuoted p -> "\"" + parts(p.parts()) + "\"";
      case WordPart.Parameter p ->
          p.operator().isEmpty() && p.argument().isEmpty()
              ? "$" + p.name()
              : "$" + p.name() + "(" + p.operator() + " " + parts(p.argument()) + ")";
      case WordPart.CommandSubstitution p -> "$<" + of(p.body()) + ">";
      case WordPart.Arithmetic p -> "$((" + parts(p.parts()) + "))";
      case WordPart.ProcessSubstitution p -> (p.output() ? ">" : "<") + "<" + of(p.body()) + ">";
      case WordPart.PatternGroup p -> "(glob " + parts(p.parts()) + ")";
      case WordPart.ArrayLiteral p -> "(" + words(p.words()) + ")";
      case WordPart.Broken p -> "BROKEN";
    };
  }

  private static String shown(SourceText text) {
    return text.text().replace("\n", "\\n").replace("\t", "\\t");
  }
}
