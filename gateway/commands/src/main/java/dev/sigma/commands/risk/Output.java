package dev.sigma.commands.risk;

import dev.sigma.commands.shell.Command;
import dev.sigma.commands.shell.SourceText;
import dev.sigma.commands.shell.Word;
import java.util.ArrayList;
import java.util.List;

/** What a command hands to the next one of a pipeline, as far as that can be told. */
final class Output {

  private Output() {}

  static Input of(Command command, Input input) {
    return switch (command) {
      case Command.Simple simple when !simple.words().isEmpty() -> of(simple, input);
      case Command.Block block -> of(block.body(), input);
      case Command.Sequence sequence -> together(sequence.parts(), input);
      case Command.AndOr list -> together(list.parts(), input);
      default -> Input.UNSEEN;
    };
  }

  private static Input together(List<Command> parts, Input input) {
    SourceText.Builder text = new SourceText.Builder(0);
    boolean partial = false;
    for (Command part : parts) {
      Input one = of(part, input);
      SourceText known = one.text();
      if (known == null) {
        partial = true;
      } else {
        text.append(known).append('\n', known.originOf(0));
        partial |= one.partial();
      }
    }
    return text.length() == 0 ? Input.UNSEEN : new Input(true, false, text.build(), partial);
  }

  private static Input of(Command.Simple simple, Input input) {
    List<Argument> words = new ArrayList<>();
    for (Word word : simple.words()) {
      words.addAll(Argument.of(word, false));
    }
    List<Argument> given = words.subList(1, words.size());
    return switch (Invocations.base(words.get(0).value())) {
      case "echo" -> joined(given.stream().filter(a -> !isEchoOption(a)).toList());
      case "printf" -> printed(given);
      case "cat", "tee" -> given.isEmpty() ? document(simple, input) : Input.UNSEEN;
      default -> Input.UNSEEN;
    };
  }

  private static boolean isEchoOption(Argument argument) {
    return argument.value().matches("-[neE]+");
  }

  private static Input joined(List<Argument> words) {
    boolean known = words.stream().noneMatch(w -> w.dynamic() || w.pattern());
    return known ? Input.of(join(words)) : Input.UNSEEN;
  }

  /** A format without fields is the text itself; otherwise the fields are taken line by line. */
  private static Input printed(List<Argument> given) {
    if (given.isEmpty()) {
      return Input.UNSEEN;
    }
    Argument format = given.get(0);
    if (format.value().matches("%s(\\\\n)?") && given.size() == 2) {
      return joined(given.subList(1, 2));
    }
    boolean plain = format.value().indexOf('%') < 0;
    return plain ? joined(List.of(withoutBreaks(format))) : Input.UNSEEN;
  }

  private static Argument withoutBreaks(Argument format) {
    String v = format.value();
    SourceText.Builder text = new SourceText.Builder(0);
    for (int i = 0; i < v.length(); i++) {
      boolean lineBreak = v.startsWith("\\n", i);
      SourceText one = format.text().slice(i, i + 1);
      text.append(lineBreak ? "\n" : one.text(), one.originOf(0));
      i += lineBreak ? 1 : 0;
    }
    return new Argument(
        text.build(), format.dynamic(), format.pattern(), false, format.start(), format.end());
  }

  private static Input document(Command.Simple simple, Input input) {
    return simple.redirects().stream()
        .filter(r -> r.isHereDocument())
        .reduce((a, b) -> b)
        .map(r -> Input.of(CommandWalker.text(r.body().body())))
        .orElse(input);
  }

  /** Words with blanks between, as {@code eval} and {@code ssh} make a script of them. */
  static SourceText join(List<Argument> words) {
    SourceText.Builder text = new SourceText.Builder(0);
    for (Argument word : words) {
      if (text.length() > 0) {
        text.append(' ', word.start());
      }
      text.append(word.text());
    }
    return text.build();
  }
}
