package dev.sigma.benchmarks;

import java.io.IOException;

/** Whatever turns a request in English into a command. */
interface CommandSource extends AutoCloseable {
  /**
   * Asks for a command, and for alternatives where the question wants some.
   *
   * @throws AnswerException where the server refuses or answers in another form
   * @throws IOException where it cannot be reached
   */
  Answer answer(Question question) throws IOException, InterruptedException;

  @Override
  void close();
}
