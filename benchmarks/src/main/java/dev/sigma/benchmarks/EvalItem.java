package dev.sigma.benchmarks;

import java.util.List;

/**
 * What is asked in one conversation.
 *
 * @param id its name in its file, else its place there
 * @param group the name of its file without the ending: files asked together are told apart by it
 * @param turns one, or those of a session in their order
 */
record EvalItem(String id, String group, List<Turn> turns) {

  /**
   * @param context text that the request speaks of; empty for none
   */
  record Turn(String request, String context, Expectation expectation) {}

  /** What names the item among all: the request that opens it. */
  String request() {
    return turns.getFirst().request();
  }
}
