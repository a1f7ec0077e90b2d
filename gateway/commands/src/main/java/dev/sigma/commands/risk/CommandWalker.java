package dev.sigma.commands.risk;

import dev.sigma.commands.Risk.Level;
import dev.sigma.commands.shell.Assignment;
import dev.sigma.commands.shell.Command;
import dev.sigma.commands.shell.Redirect;
import dev.sigma.commands.shell.SourceText;
import dev.sigma.commands.shell.Word;
import dev.sigma.commands.shell.WordPart;
import java.util.ArrayList;
import java.util.List;

/**
 * Visits every command of a program, whether or not it would be reached, with what it finds on its
 * standard input.
 */
final class CommandWalker {

  private final Judge judge;
  private final Findings findings;
  private final List<String> bodiesOf = new ArrayList<>();
  private int concurrent;

  CommandWalker(Judge judge, Findings findings) {
    this.judge = judge;
    this.findings = findings;
  }

  void walk(Command command, Input input) {
    switch (command) {
      case Command.Simple c -> simple(c, input);
      case Command.Pipeline c -> pipeline(c, input);
      case Command.AndOr c -> c.parts().forEach(p -> walk(p, input));
      case Command.Sequence c -> c.parts().forEach(p -> walk(p, input));
      case Command.Background c -> concurrently(c.command(), input);
      case Command.Block c -> walk(c.body(), redirects(c.redirects(), input));
      case Command.If c -> {
        Input own = redirects(c.redirects(), input);
        c.parts().forEach(p -> walk(p, own));
      }
      case Command.While c -> {
        Input own = redirects(c.redirects(), input);
        walk(c.condition(), own);
        walk(c.body(), own);
      }
      case Command.For c -> {
        arguments(c.items());
        walk(c.body(), redirects(c.redirects(), input));
      }
      case Command.ArithmeticFor c -> {
        parts(c.header());
        walk(c.body(), redirects(c.redirects(), input));
      }
      case Command.Case c -> {
        Input own = redirects(c.redirects(), input);
        parts(c.subject().parts());
        arguments(c.patterns());
        c.bodies().forEach(b -> walk(b, own));
      }
      case Command.Function c -> {
        judge.defines(c.name());
        bodiesOf.add(c.name());
        walk(c.body(), Input.UNSEEN);
        bodiesOf.removeLast();
      }
      case Command.Test c -> {
        arguments(c.words()).forEach(judge::evaluates);
        redirects(c.redirects(), input);
      }
      case Command.Arithmetic c -> {
        parts(c.parts());
        redirects(c.redirects(), input);
      }
      case Command.Coprocess c -> concurrently(c.body(), Input.UNSEEN);
      case Command.Unparsed c ->
          findings.add(
              Level.UNKNOWN,
              "unparsable",
              "This part cannot be understood: " + c.message() + ".",
              c.start(),
              c.end());
    }
  }

  private void concurrently(Command command, Input input) {
    concurrent++;
    walk(command, input);
    concurrent--;
  }

  private void pipeline(Command.Pipeline pipeline, Input first) {
    Input input = first;
    if (pipeline.stages().size() == 1) {
      walk(pipeline.stages().get(0), input);
      return;
    }
    for (Command stage : pipeline.stages()) {
      int before = judge.downloadCount();
      concurrently(stage, input);
      boolean downloaded = input.downloaded() || judge.downloadCount() > before;
      input = downloaded ? Input.DOWNLOADED : Output.of(stage, input);
    }
  }

  private void simple(Command.Simple command, Input input) {
    for (Assignment assignment : command.assignments()) {
      parts(assignment.subscript());
      int before = judge.downloadCount();
      parts(assignment.value().parts());
      if (judge.downloadCount() > before) {
        judge.downloadsVariable(assignment.name());
      }
      Argument.of(assignment.value(), false)
          .forEach(value -> Variables.set(assignment.name(), value, judge));
    }
    List<Argument> words = arguments(command.words());
    Input own = redirects(command.redirects(), input);
    if (words.isEmpty()) {
      return;
    }
    String name = words.get(0).value();
    if (concurrent > 0 && bodiesOf.contains(name)) {
      findings.add(
          Level.DESTRUCTIVE,
          Findings.STOPS,
          name + " starts itself again and again until the machine stands still (a fork bomb).",
          words.get(0).start(),
          words.get(0).end());
    }
    int before = judge.downloadCount();
    judge.run(words, own, false);
    if (own.downloaded() || judge.downloadCount() > before) {
      command.redirects().stream()
          .filter(r -> r.operator().startsWith(">"))
          .forEach(r -> judge.downloads(text(r.target()).text()));
    }
  }

  private List<Argument> arguments(List<Word> words) {
    List<Argument> all = new ArrayList<>();
    for (Word word : words) {
      int before = judge.downloadCount();
      parts(word.parts());
      all.addAll(Argument.of(word, judge.downloadCount() > before));
    }
    return all;
  }

  /** Judges redirections, and says what standard input is after them. */
  private Input redirects(List<Redirect> redirects, Input input) {
    Input result = input;
    for (Redirect redirect : redirects) {
      int before = judge.downloadCount();
      parts(redirect.target().parts());
      if (redirect.isHereDocument()) {
        parts(redirect.body().body().parts());
      }
      boolean downloaded = judge.downloadCount() > before;
      switch (redirect.operator()) {
        case "<<", "<<-" ->
            result = downloaded ? Input.DOWNLOADED : Input.of(text(redirect.body().body()));
        case "<<<" -> result = downloaded ? Input.DOWNLOADED : Input.of(text(redirect.target()));
        case "<" -> {
          boolean network = text(redirect.target()).text().matches("/dev/(tc|ud)p/.*");
          if (network) {
            written(redirect);
          }
          result = downloaded || network ? Input.DOWNLOADED : Input.UNSEEN;
        }
        case "<&" -> {}
        default -> written(redirect);
      }
    }
    return result;
  }

  private void written(Redirect redirect) {
    List<Argument> targets = Argument.of(redirect.target(), false);
    String first = targets.get(0).value();
    boolean descriptor =
        redirect.operator().endsWith("&")
            && first.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    boolean process =
        redirect.target().parts().stream().allMatch(p -> p instanceof WordPart.ProcessSubstitution);
    if (!descriptor && !process) {
      judge.writes(targets.get(0), redirect.operator().contains(">>"));
    }
  }

  static SourceText text(Word word) {
    List<Argument> all = Argument.of(word, false);
    return all.get(0).text();
  }

  /** Whether this is the {@code P} of {@code ${x@P}}, which runs substitutions in the value. */
  private static boolean isPrompt(List<WordPart> argument) {
    return argument.stream()
        .anyMatch(a -> a instanceof WordPart.Literal l && l.text().text().equals("P"));
  }

  /** Judges the commands inside words. */
  private void parts(List<WordPart> parts) {
    for (WordPart part : parts) {
      switch (part) {
        case WordPart.CommandSubstitution s -> walk(s.body(), Input.TERMINAL);
        case WordPart.ProcessSubstitution s ->
            walk(s.body(), s.output() ? Input.UNSEEN : Input.TERMINAL);
        case WordPart.DoubleQuoted d -> parts(d.parts());
        case WordPart.Parameter p -> {
          if (judge.isDownloadedVariable(p.name())) {
            judge.downloads();
          }
          if (p.operator().endsWith("@") && isPrompt(p.argument())) {
            judge.evaluates(p.start(), p.end());
          }
          parts(p.argument());
        }
        case WordPart.Arithmetic a -> parts(a.parts());
        case WordPart.PatternGroup g -> parts(g.parts());
        case WordPart.ArrayLiteral a -> a.words().forEach(w -> parts(w.parts()));
        case WordPart.Literal l -> {}
        case WordPart.Quoted q -> {}
        case WordPart.Broken b ->
            findings.add(
                Level.UNKNOWN,
                "unparsable",
                "This part cannot be understood: " + b.message() + ".",
                b.start(),
                b.end());
      }
    }
  }
}
