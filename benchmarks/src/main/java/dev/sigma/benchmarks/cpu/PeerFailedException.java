package dev.sigma.benchmarks.cpu;

/** A contender cannot be run; the message says which, and where its log is. */
public final class PeerFailedException extends RuntimeException {

  PeerFailedException(String message) {
    super(message);
  }
}
