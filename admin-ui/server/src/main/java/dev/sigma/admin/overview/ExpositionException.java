package dev.sigma.admin.overview;

/** Metrics that are not in the text format. */
final class ExpositionException extends RuntimeException {

  ExpositionException(String message) {
    super(message, null, false, false);
  }
}
