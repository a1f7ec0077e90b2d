package dev.sigma.benchmarks;

/** A server answered, but not with what was asked for. */
final class AnswerException extends RuntimeException {
  AnswerException(int status, String message) {
    super("HTTP " + status + ": " + message);
  }

  AnswerException(int status, String message, Throwable cause) {
    super("HTTP " + status + ": " + message, cause);
  }
}
