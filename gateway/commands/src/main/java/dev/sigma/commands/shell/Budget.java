package dev.sigma.commands.shell;

/** Nesting and size that a parse may still use, shared with the parsers of backticks. */
final class Budget {
  private int depth;
  private int nodes;

  void enter(int position) {
    if (++depth > ShellParser.MAX_DEPTH) {
      throw new SyntaxException(
          "nesting: deeper than expected (expected: <= " + ShellParser.MAX_DEPTH + ")", position);
    }
  }

  void leave() {
    depth--;
  }

  /** Current nesting, to be restored where a nested parse is given up. */
  int depth() {
    return depth;
  }

  void restore(int earlier) {
    depth = earlier;
  }

  void node(int position) {
    if (++nodes > ShellParser.MAX_NODES) {
      throw new SyntaxException(
          "size: more parts than expected (expected: <= " + ShellParser.MAX_NODES + ")", position);
    }
  }
}
