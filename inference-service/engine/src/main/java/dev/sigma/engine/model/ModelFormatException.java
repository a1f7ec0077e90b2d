package dev.sigma.engine.model;

/**
 * A model file that cannot be used; the message names the file or tensor and what was expected. It
 * quotes the file, and so has a limit: what is too long loses its middle.
 */
public class ModelFormatException extends RuntimeException {

  private static final int START = 1_000;
  private static final int END = 400;

  public ModelFormatException(String message) {
    super(bounded(message));
  }

  public ModelFormatException(String message, Throwable cause) {
    super(bounded(message), cause);
  }

  private static String bounded(String message) {
    int length = message.length();
    return length <= START + END
        ? message
        : message.substring(0, START) + " ... " + message.substring(length - END);
  }
}
