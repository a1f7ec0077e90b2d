package dev.sigma.gateway.commands;

import java.util.List;

/** What is asked back where the model is not sure of its command. */
final class Clarification {

  private static final String ELSE =
      "say what it should act on, and with which tool if you know one.";

  private Clarification() {}

  /** A question; the session's next request may answer it. */
  static String question(List<CommandAnswer.Alternative> others) {
    return others.isEmpty()
        ? "I am not sure that this is what you mean. If not, " + ELSE
        : "I am not sure. Do you mean this, or rather `%s`? If neither, %s"
            .formatted(others.getFirst().command(), ELSE);
  }
}
