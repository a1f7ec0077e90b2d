package dev.sigma.commands.shell;

import java.util.List;

/** Lines after a command, read once its line is complete. */
public final class HereDocument {
  private Word body = new Word(List.of(), 0, 0);

  HereDocument() {}

  void fill(Word lines) {
    body = lines;
  }

  public Word body() {
    return body;
  }
}
