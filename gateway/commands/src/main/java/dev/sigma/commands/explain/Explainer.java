package dev.sigma.commands.explain;

import dev.sigma.commands.Explanation;
import dev.sigma.commands.shell.Command;
import dev.sigma.commands.shell.Redirect;
import dev.sigma.commands.shell.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Walks a command and explains its programs, options, pipes and redirections. */
public final class Explainer {
  /** A command is short; what explains more than this helps nobody. */
  private static final int MOST = 60;

  private static final Map<String, String> REDIRECTS =
      Map.of(
          ">", "writes the output to a file, replacing what is there",
          ">>", "appends the output to a file",
          "<", "reads the input from a file",
          "<<<", "takes this text as input",
          "&>", "writes output and errors to a file",
          "&>>", "appends output and errors to a file");

  private final String source;
  private final List<Explanation> found = new ArrayList<>();

  private Explainer(String source) {
    this.source = source;
  }

  /** What is known of the parts of a command, in their order. */
  public static List<Explanation> explain(Command command, String source) {
    Explainer explainer = new Explainer(source);
    explainer.command(command);
    explainer.found.sort(Comparator.comparingInt(Explanation::start));
    return List.copyOf(explainer.found.subList(0, Math.min(MOST, explainer.found.size())));
  }

  private void command(Command command) {
    switch (command) {
      case Command.Simple simple -> simple(simple);
      case Command.Pipeline pipeline ->
          joined(pipeline.stages(), Map.of("|", "hands the output on to the next command"));
      case Command.AndOr list ->
          joined(
              list.parts(),
              Map.of("&&", "goes on only if that succeeded", "||", "goes on only if that failed"));
      case Command.Sequence sequence -> sequence.parts().forEach(this::command);
      case Command.Background background -> {
        command(background.command());
        sign(background.command().end(), source.length(), "&", "runs it in the background");
      }
      case Command.Block block -> {
        command(block.body());
        redirects(block.redirects());
      }
      case Command.If branch -> branch.parts().forEach(this::command);
      case Command.While loop -> {
        command(loop.condition());
        command(loop.body());
        redirects(loop.redirects());
      }
      case Command.For loop -> {
        command(loop.body());
        redirects(loop.redirects());
      }
      case Command.ArithmeticFor loop -> command(loop.body());
      case Command.Case choice -> choice.bodies().forEach(this::command);
      case Command.Function function -> command(function.body());
      case Command.Coprocess coprocess -> command(coprocess.body());
      case Command.Test _, Command.Arithmetic _, Command.Unparsed _ -> {}
    }
  }

  private void simple(Command.Simple simple) {
    List<Argument> words = new ArrayList<>();
    for (Word word : simple.words()) {
      if (word.start() < 0 || word.end() > source.length() || word.start() > word.end()) {
        return; // from a script inside quotes that does not stand here letter for letter
      }
      words.add(new Argument(source.substring(word.start(), word.end()), word.start(), word.end()));
    }
    found.addAll(Invocations.explain(words));
    redirects(simple.redirects());
  }

  private void joined(List<Command> parts, Map<String, String> signs) {
    for (int i = 0; i < parts.size(); i++) {
      command(parts.get(i));
      if (i + 1 < parts.size()) {
        for (Map.Entry<String, String> sign : signs.entrySet()) {
          sign(parts.get(i).end(), parts.get(i + 1).start(), sign.getKey(), sign.getValue());
        }
      }
    }
  }

  /** Explains a sign that stands between two places. */
  private void sign(int from, int to, String sign, String text) {
    if (from < 0 || from > to || to > source.length()) {
      return;
    }
    int at = source.indexOf(sign, from);
    if (at >= 0 && at + sign.length() <= to) {
      found.add(new Explanation(at, at + sign.length(), text));
    }
  }

  private void redirects(List<Redirect> redirects) {
    for (Redirect redirect : redirects) {
      String target =
          source.substring(
              Math.clamp(redirect.target().start(), 0, source.length()),
              Math.clamp(redirect.target().end(), 0, source.length()));
      String text = redirectText(redirect, target);
      if (!text.isEmpty()) {
        found.add(new Explanation(redirect.start(), redirect.end(), text));
      }
    }
  }

  private static String redirectText(Redirect redirect, String target) {
    boolean errors = redirect.descriptor().equals("2");
    if (target.equals("/dev/null")) {
      return errors ? "hides error messages" : "throws the output away";
    }
    if (redirect.operator().equals(">&")) {
      return errors && target.equals("1") ? "sends errors where the output goes" : "";
    }
    String text = REDIRECTS.getOrDefault(redirect.operator(), "");
    return errors ? text.replace("the output", "errors") : text;
  }
}
