package dev.sigma.benchmarks.sandbox;

/** Commands cannot be run safely on this machine; the message says what is missing. */
public final class SandboxUnavailableException extends Exception {
  SandboxUnavailableException(String message) {
    super(message);
  }
}
