package dev.sigma.benchmarks;

import java.io.IOException;

/** Whatever turns a request in English into a command. */
interface CommandSource {
  /**
   * Asks for one command.
   *
   * @return the command, empty where none was given
   * @throws AnswerException where the server refuses or answers in another form
   * @throws IOException where it cannot be reached
   */
  String command(String request) throws IOException, InterruptedException;
}
