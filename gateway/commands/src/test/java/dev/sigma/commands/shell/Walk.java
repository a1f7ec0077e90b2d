package dev.sigma.commands.shell;

import java.util.ArrayList;
import java.util.List;

/** Lists the ranges of a tree, each with the range that should hold it. */
final class Walk {
  /** A node's name, its range and that of its parent. */
  record Node(String name, int start, int end, int outerStart, int outerEnd) {}

  private final List<Node> nodes = new ArrayList<>();
  private final int textLength;

  private Walk(int textLength) {
    this.textLength = textLength;
  }

  static List<Node> nodes(Command command, int textLength) {
    Walk walk = new Walk(textLength);
    walk.command(command, 0, textLength);
    return walk.nodes;
  }

  private void add(Object node, int start, int end, int outerStart, int outerEnd) {
    nodes.add(new Node(node.getClass().getSimpleName(), start, end, outerStart, outerEnd));
  }

  private void command(Command command, int outerStart, int outerEnd) {
    int start = command.start();
    int end = command.end();
    add(command, start, end, outerStart, outerEnd);
    switch (command) {
      case Command.Simple c -> {
        for (Assignment a : c.assignments()) {
          add(a, a.start(), a.end(), start, end);
          parts(a.subscript(), a.start(), a.end());
          word(a.value(), a.start(), a.end());
        }
        words(c.words(), start, end);
        redirects(c.redirects(), start, end);
      }
      case Command.Pipeline c -> commands(c.stages(), start, end);
      case Command.AndOr c -> commands(c.parts(), start, end);
      case Command.Sequence c -> commands(c.parts(), start, end);
      case Command.Background c -> command(c.command(), start, end);
      case Command.Block c -> {
        command(c.body(), start, end);
        redirects(c.redirects(), start, end);
      }
      case Command.If c -> {
        commands(c.parts(), start, end);
        redirects(c.redirects(), start, end);
      }
      case Command.While c -> {
        commands(List.of(c.condition(), c.body()), start, end);
        redirects(c.redirects(), start, end);
      }
      case Command.For c -> {
        words(c.items(), start, end);
        command(c.body(), start, end);
        redirects(c.redirects(), start, end);
      }
      case Command.ArithmeticFor c -> {
        parts(c.header(), start, end);
        command(c.body(), start, end);
        redirects(c.redirects(), start, end);
      }
      case Command.Case c -> {
        word(c.subject(), start, end);
        words(c.patterns(), start, end);
        commands(c.bodies(), start, end);
        redirects(c.redirects(), start, end);
      }
      case Command.Function c -> command(c.body(), start, end);
      case Command.Test c -> {
        words(c.words(), start, end);
        redirects(c.redirects(), start, end);
      }
      case Command.Arithmetic c -> {
        parts(c.parts(), start, end);
        redirects(c.redirects(), start, end);
      }
      case Command.Coprocess c -> command(c.body(), start, end);
      case Command.Unparsed c -> {}
    }
  }

  private void commands(List<Command> commands, int start, int end) {
    commands.forEach(c -> command(c, start, end));
  }

  private void redirects(List<Redirect> redirects, int start, int end) {
    for (Redirect r : redirects) {
      add(r, r.start(), r.end(), start, end);
      word(r.target(), r.start(), r.end());
      // A here-document lies on the lines after its command.
      word(r.body().body(), 0, textLength);
    }
  }

  private void words(List<Word> words, int start, int end) {
    words.forEach(w -> word(w, start, end));
  }

  private void word(Word word, int outerStart, int outerEnd) {
    add(word, word.start(), word.end(), outerStart, outerEnd);
    parts(word.parts(), word.start(), word.end());
  }

  private void parts(List<WordPart> parts, int start, int end) {
    parts.forEach(p -> part(p, start, end));
  }

  private void part(WordPart part, int start, int end) {
    switch (part) {
      case WordPart.Literal p -> text(p, p.text(), start, end);
      case WordPart.Quoted p -> text(p, p.text(), start, end);
      case WordPart.DoubleQuoted p -> parts(p.parts(), start, end);
      case WordPart.Parameter p -> {
        add(p, p.start(), p.end(), start, end);
        parts(p.argument(), p.start(), p.end());
      }
      case WordPart.CommandSubstitution p -> {
        add(p, p.start(), p.end(), start, end);
        command(p.body(), p.start(), p.end());
      }
      case WordPart.Arithmetic p -> {
        add(p, p.start(), p.end(), start, end);
        parts(p.parts(), p.start(), p.end());
      }
      case WordPart.ProcessSubstitution p -> {
        add(p, p.start(), p.end(), start, end);
        command(p.body(), p.start(), p.end());
      }
      case WordPart.PatternGroup p -> {
        add(p, p.start(), p.end(), start, end);
        parts(p.parts(), p.start(), p.end());
      }
      case WordPart.ArrayLiteral p -> words(p.words(), start, end);
      case WordPart.Broken p -> add(p, p.start(), p.end(), start, end);
    }
  }

  private void text(WordPart part, SourceText text, int start, int end) {
    if (text.length() > 0) {
      add(part, text.originOf(0), text.endOf(text.length()), start, end);
    }
  }
}
