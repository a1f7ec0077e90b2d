package dev.sigma.cache.client;

/** A stored value that is not what it has to be: a miss for who wanted it, and to be deleted. */
public final class DamagedValueException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param field what is wrong
   * @param found what it is
   * @param expected what it would have to be
   */
  DamagedValueException(String field, Object found, Object expected) {
    super("%s: %s (expected: %s)".formatted(field, found, expected));
  }
}
