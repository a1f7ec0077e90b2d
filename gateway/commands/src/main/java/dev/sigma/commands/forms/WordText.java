package dev.sigma.commands.forms;

import dev.sigma.commands.shell.Command;
import dev.sigma.commands.shell.Word;
import dev.sigma.commands.shell.WordPart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one word says, whatever quotes it is written with.
 *
 * @param canonical the same for words that are the same to a shell: quotes only around expansions,
 *     a backslash before what would mean something without one
 * @param plain without quotes, {@code $} for each expansion
 * @param inner commands that are substituted in it
 */
record WordText(String canonical, String plain, List<Node> inner) {
  /** Characters that mean the same with and without quotes. */
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_./,:=@%+^-]");

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?(?:%|[A-Za-z]{1,3})?");
  private static final Pattern ASSIGNED =
      Pattern.compile("([A-Za-z_][\\w.-]*)=(.+)", Pattern.DOTALL);

  static WordText of(Word word, String source, Function<Command, Node> reader) {
    Reader reading = new Reader(source, reader);
    reading.parts(word.parts(), false);
    String canonical = reading.canonical.toString();
    String plain = reading.plain.toString();
    return new WordText(canonical.isEmpty() ? "''" : canonical, plain, List.copyOf(reading.inner));
  }

  /** Whether it is written with neither quotes nor expansions. */
  boolean isBare() {
    return canonical.equals(plain);
  }

  Node.Value value() {
    return new Node.Value(kind(plain), canonical, inner);
  }

  /**
   * What a template shows for a value. Only numbers are told from texts: whether a text is a file,
   * a pattern or a name is known to the utility alone.
   */
  static String kind(String plain) {
    var assigned = ASSIGNED.matcher(plain);
    if (assigned.matches()) {
      return assigned.group(1) + "=" + kind(assigned.group(2));
    }
    return NUMBER.matcher(plain).matches() ? "NUMBER" : "TEXT";
  }

  private static final class Reader {
    private final String source;
    private final Function<Command, Node> reader;
    private final StringBuilder canonical = new StringBuilder();
    private final StringBuilder plain = new StringBuilder();
    private final List<Node> inner = new ArrayList<>();

    Reader(String source, Function<Command, Node> reader) {
      this.source = source;
      this.reader = reader;
    }

    void parts(List<WordPart> parts, boolean quoted) {
      for (WordPart part : parts) {
        switch (part) {
          case WordPart.Literal p -> {
            plain.append(p.text().text());
            canonical.append(quoted ? escaped(p.text().text()) : p.text().text());
          }
          case WordPart.Quoted p -> {
            plain.append(p.text().text());
            canonical.append(escaped(p.text().text()));
          }
          case WordPart.DoubleQuoted p -> parts(p.parts(), true);
          case WordPart.Parameter p -> {
            boolean simple =
                p.operator().isEmpty() && p.argument().isEmpty() && !p.name().isEmpty();
            expansion(simple ? "${" + p.name() + "}" : slice(p.start(), p.end()), quoted);
            argument(p.argument());
          }
          case WordPart.CommandSubstitution p ->
              expansion("$(" + substituted(p.body()) + ")", quoted);
          case WordPart.ProcessSubstitution p ->
              expansion((p.output() ? ">" : "<") + "(" + substituted(p.body()) + ")", quoted);
          case WordPart.Arithmetic p -> {
            expansion(slice(p.start(), p.end()).replace(" ", ""), quoted);
            argument(p.parts());
          }
          case WordPart.PatternGroup p -> {
            expansion(slice(p.start(), p.end()), false);
            argument(p.parts());
          }
          case WordPart.ArrayLiteral p ->
              expansion(
                  p.words().stream()
                      .map(w -> of(w, source, reader).canonical())
                      .collect(Collectors.joining(" ", "(", ")")),
                  false);
          case WordPart.Broken p -> expansion(slice(p.start(), p.end()), quoted);
        }
      }
    }

    /** Only the commands substituted in there count: the text was taken as it stands. */
    private void argument(List<WordPart> parts) {
      Reader apart = new Reader(source, reader);
      apart.parts(parts, false);
      inner.addAll(apart.inner);
    }

    private void expansion(String text, boolean quoted) {
      plain.append('$');
      canonical.append(quoted ? "\"" + text + "\"" : text);
    }

    private String substituted(Command body) {
      Node node = reader.apply(body);
      inner.add(node);
      return Rendering.EXACT.node(node);
    }

    private String slice(int start, int end) {
      return source.substring(start, Math.max(start, Math.min(end, source.length())));
    }

    private static String escaped(String text) {
      // {} is a placeholder; braces do something only around a comma or two dots
      boolean plainBraces = !text.contains(",") && !text.contains("..");
      StringBuilder result = new StringBuilder(text.length());
      for (int i = 0; i < text.length(); i++) {
        String c = text.substring(i, i + 1);
        boolean safe = SAFE.matcher(c).matches() || (plainBraces && "{}".contains(c));
        result.append(safe ? "" : "\\").append(c);
      }
      return result.toString();
    }
  }
}
