package dev.sigma.gateway.workers;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** One worker: where it is, whether it says it is ready, and its circuit. */
final class Worker {

  private final URI url;
  private final CircuitBreaker circuit;
  private final AtomicInteger inFlight = new AtomicInteger();
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

  /** Calls of this gateway that it has not ended yet. */
  int inFlight() {
    return inFlight.get();
  }

  void begun() {
    inFlight.incrementAndGet();
  }

  void ended() {
    inFlight.decrementAndGet();
  }

  String name() {
    return url.getHost() + ":" + url.getPort();
  }
}
