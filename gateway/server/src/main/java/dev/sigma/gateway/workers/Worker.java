package dev.sigma.gateway.workers;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.URI;

/** One worker: where it is, whether it says it is ready, and its circuit. */
final class Worker {

  private final URI url;
  private final CircuitBreaker circuit;
  private volatile boolean ready;

  Worker(URI url, CircuitBreaker circuit) {
    this.url = url;
    this.circuit = circuit;
  }

  URI url() {
    return url;
  }

  CircuitBreaker circuit() {
    return circuit;
  }

  boolean ready() {
    return ready;
  }

  void ready(boolean now) {
    ready = now;
  }

  String name() {
    return url.getHost() + ":" + url.getPort();
  }
}
