package dev.sigma.engine.text;

/** Text that takes more tokens than it may. */
public final class TokenLimitException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final int limit;

  /**
   * @param what what was too long
   * @param limit tokens that it may take
   */
  public TokenLimitException(String what, int limit) {
    super("%s: too many tokens (expected: at most %d)".formatted(what, limit));
    this.limit = limit;
  }

  /** Tokens that it may take. */
  public int limit() {
    return limit;
  }
}
