package dev.sigma.commands.shell;

/** Leaves the parser; never leaves this package. */
final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int position;

  SyntaxException(String message, int position) {
    super(message, null, false, false);
    this.position = position;
  }

  int position() {
    return position;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
