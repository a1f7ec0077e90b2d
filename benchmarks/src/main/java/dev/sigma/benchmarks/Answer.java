package dev.sigma.benchmarks;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a source of commands answered.
 *
 * @param command empty where none was given
 * @param confidence how sure the server is of it, 0 to 1, where it says so
 * @param alternatives further commands, the most probable in front
 */
record Answer(String command, OptionalDouble confidence, List<String> alternatives) {
  static final Answer NONE = new Answer("", OptionalDouble.empty(), List.of());
}
