package dev.sigma.benchmarks.cpu;

import java.util.List;

/**
 * One line from a contender's process: the first once its model is loaded, then one for each
 * request.
 *
 * @param description what it is, in the first one
 * @param seconds what was asked for took
 * @param values what was asked for is
 * @param error what went wrong; empty: nothing
 */
record PeerReply(String description, double seconds, List<Double> values, String error) {

  static PeerReply ready(String description) {
    return new PeerReply(description, 0, List.of(), "");
  }

  static PeerReply took(double seconds) {
    return new PeerReply("", seconds, List.of(), "");
  }

  static PeerReply of(List<Double> values) {
    return new PeerReply("", 0, values, "");
  }

  static PeerReply failed(Throwable cause) {
    return new PeerReply("", 0, List.of(), cause.toString());
  }
}
