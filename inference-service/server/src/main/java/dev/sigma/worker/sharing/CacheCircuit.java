package dev.sigma.worker.sharing;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps calls away from a cache service that fails: one failure is enough, since computing always
 * works, and one call every few seconds looks whether it is back. Says both in the log, once.
 */
final class CacheCircuit {

  private static final Logger log = LoggerFactory.getLogger(CacheCircuit.class);

  private final CircuitBreaker circuit =
      CircuitBreaker.of(
          "cache",
          CircuitBreakerConfig.custom()
              .slidingWindowSize(1)
              .minimumNumberOfCalls(1)
              .waitDurationInOpenState(Duration.ofSeconds(2))
              .permittedNumberOfCallsInHalfOpenState(1)
              .automaticTransitionFromOpenToHalfOpenEnabled(true)
              .build());

  /** A single late answer says more of the patience, which is short, than of the service. */
  private static final int LATE_IN_A_ROW = 3;

  private final AtomicBoolean away = new AtomicBoolean();
  private final AtomicInteger late = new AtomicInteger();

  /** Whether calls make sense now. */
  boolean closed() {
    return circuit.getState() != State.OPEN;
  }

  /** Whether a call may be made; its end must be told. */
  boolean tryCall() {
    return circuit.tryAcquirePermission();
  }

  void worked() {
    late.set(0);
    circuit.onSuccess(0, TimeUnit.NANOSECONDS);
    if (away.compareAndSet(true, false)) {
      log.info("the cache service is back; K/V is shared again");
    }
  }

  /** Nothing came in time. */
  void late(Throwable cause) {
    if (late.incrementAndGet() >= LATE_IN_A_ROW) {
      failed(cause);
    } else {
      circuit.releasePermission();
    }
  }

  void failed(Throwable cause) {
    circuit.onError(0, TimeUnit.NANOSECONDS, cause);
    if (away.compareAndSet(false, true)) {
      log.warn(
          "the cache service is away; prompts are computed until it is back: {}", cause.toString());
    }
  }
}
