package dev.sigma.commands.risk;

import dev.sigma.commands.shell.SourceText;
import dev.sigma.commands.shell.Word;
import dev.sigma.commands.shell.WordPart;
import java.util.ArrayList;
import java.util.List;

/**
 * A word as far as it is known before anything runs.
 *
 * @param text its value without quotes; what only the shell can tell stands as {@code $}
 * @param dynamic whether any of it only the shell can tell
 * @param pattern whether files may be matched: an unquoted {@code *}, {@code ?} or {@code [}
 * @param downloaded whether a download is part of it
 */
record Argument(
    SourceText text, boolean dynamic, boolean pattern, boolean downloaded, int start, int end) {

  private static final int MAX_BRACES = 64;

  /** What {@code word} stands for: several arguments where it holds {@code {a,b}}. */
  static List<Argument> of(Word word, boolean downloaded) {
    Reader reader = new Reader();
    reader.read(word.parts(), true);
    Argument whole =
        new Argument(
            reader.text.build(),
            reader.dynamic,
            reader.pattern,
            downloaded,
            word.start(),
            word.end());
    if (!reader.brace) {
      return List.of(whole);
    }
    List<Argument> all = new ArrayList<>();
    whole.expand(all);
    return all;
  }

  private void expand(List<Argument> all) {
    String v = value();
    int close = v.indexOf('}');
    int open = close < 0 ? -1 : v.lastIndexOf('{', close);
    if (open < 0 || v.substring(open, close).indexOf(',') < 0 || all.size() >= MAX_BRACES) {
      all.add(this);
      return;
    }
    int from = open + 1;
    for (int i = from; i <= close; i++) {
      if (i == close || v.charAt(i) == ',') {
        SourceText one =
            new SourceText.Builder(start)
                .append(text.slice(0, open))
                .append(text.slice(from, i))
                .append(text.slice(close + 1, v.length()))
                .build();
        from = i + 1;
        if (one.length() > 0) {
          new Argument(one, dynamic, pattern, downloaded, start, end).expand(all);
        }
      }
    }
  }

  /** A part of this argument, from a character on. */
  Argument from(int index) {
    SourceText rest = text.slice(index, text.length());
    return new Argument(rest, dynamic, pattern, downloaded, start, end);
  }

  String value() {
    return text.text();
  }

  boolean isOption() {
    return value().length() > 1 && value().startsWith("-");
  }

  /** Whether only the shell can tell how it begins. */
  boolean startsDynamic() {
    return dynamic && value().startsWith("$");
  }

  private static final class Reader {
    private final SourceText.Builder text = new SourceText.Builder(0);
    private boolean dynamic;
    private boolean pattern;
    private boolean brace;

    void read(List<WordPart> parts, boolean bare) {
      for (WordPart part : parts) {
        switch (part) {
          case WordPart.Literal l -> literal(l.text(), bare);
          case WordPart.Quoted q -> text.append(q.text());
          case WordPart.DoubleQuoted d -> read(d.parts(), false);
          case WordPart.Parameter p -> unknown(p.start());
          case WordPart.CommandSubstitution s -> unknown(s.start());
          case WordPart.Arithmetic a -> unknown(a.start());
          case WordPart.ProcessSubstitution s -> unknown(s.start());
          case WordPart.PatternGroup g -> {
            pattern = true;
            unknown(g.start());
          }
          case WordPart.ArrayLiteral a -> dynamic = true;
          case WordPart.Broken b -> unknown(b.start());
        }
      }
    }

    private void literal(SourceText literal, boolean bare) {
      text.append(literal);
      if (bare) {
        String v = literal.text();
        pattern |= v.indexOf('*') >= 0 || v.indexOf('?') >= 0 || v.indexOf('[') >= 0;
        brace |= v.indexOf('{') >= 0;
      }
    }

    private void unknown(int place) {
      text.append("$", place);
      dynamic = true;
    }
  }
}
