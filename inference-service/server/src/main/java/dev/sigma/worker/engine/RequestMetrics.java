package dev.sigma.worker.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** Latencies that a caller feels. No tenant or session is a label. */
@Component
public class RequestMetrics {

  private final MeterRegistry registry;
  private final Timer firstToken;
  private final Timer interToken;

  RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
    firstToken = histogram("sigma.time.to.first.token", "From the request to its first token");
    interToken = histogram("sigma.inter.token.latency", "Between two tokens of a candidate");
  }

  private Timer histogram(String name, String description) {
    return Timer.builder(name)
        .description(description)
        .serviceLevelObjectives(
            Duration.ofMillis(5),
            Duration.ofMillis(10),
            Duration.ofMillis(25),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofMillis(2500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30))
        .register(registry);
  }

  /** A request begins now. */
  public Request begin() {
    return new Request();
  }

  /** One request under way; tokens come on the engine thread. */
  public final class Request {

    private final long began = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();
    private long[] lastToken = new long[1];
    private boolean anyToken;

    private Request() {}

    /** A token of {@code candidate} was drawn. */
    public void token(int candidate) {
      long now = System.nanoTime();
      if (!anyToken) {
        anyToken = true;
        firstToken.record(Duration.ofNanos(now - began));
      }
      if (candidate >= lastToken.length) {
        lastToken = java.util.Arrays.copyOf(lastToken, candidate + 1);
      }
      if (lastToken[candidate] != 0) {
        interToken.record(Duration.ofNanos(now - lastToken[candidate]));
      }
      lastToken[candidate] = now;
    }

    /** The request has ended; only the first call counts. */
    public void end(String outcome) {
      if (ended.compareAndSet(false, true)) {
        registry
            .timer("sigma.request.duration", "outcome", outcome)
            .record(Duration.ofNanos(System.nanoTime() - began));
      }
    }
  }
}
