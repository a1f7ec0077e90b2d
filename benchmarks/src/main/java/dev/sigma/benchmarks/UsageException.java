package dev.sigma.benchmarks;

/** The command line or a file named on it is wrong; the message says what was expected. */
final class UsageException extends RuntimeException {
  UsageException(String message) {
    super(message);
  }

  UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
