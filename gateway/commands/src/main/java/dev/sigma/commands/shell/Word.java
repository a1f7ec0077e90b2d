package dev.sigma.commands.shell;

import java.util.List;

/** One word as written, before any expansion. Ranges are of the original command. */
public record Word(List<WordPart> parts, int start, int end) {
  public Word {
    parts = List.copyOf(parts);
  }

  /** The text of a word without quotes and expansions, as keywords are; else empty. */
  String bareText() {
    return parts.size() == 1 && parts.get(0) instanceof WordPart.Literal literal
        ? literal.text().text()
        : "";
  }
}
