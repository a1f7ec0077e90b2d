package dev.sigma.benchmarks;

import java.util.List;

/**
 * What a source of commands is asked.
 *
 * @param context text that the request speaks of; empty for none
 * @param session by which a server that keeps conversations knows this one; empty for none
 * @param earlier what was said before, for a server that keeps none
 * @param alternatives how many further commands are wanted
 */
record Question(
    String request, String context, String session, List<Exchange> earlier, int alternatives) {

  /** A turn that was answered: what the user said, and the server's own command. */
  record Exchange(String user, String command) {}

  static Question of(String request) {
    return new Question(request, "", "", List.of(), 0);
  }

  /** The user's message, as docs/contracts.md has it ("The prompt of a command"). */
  String userTurn() {
    return context.isEmpty() ? request : request + "\n\nContext:\n" + context;
  }
}
