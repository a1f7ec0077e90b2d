package dev.sigma.worker.sharing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** What sharing did, and why it did not. */
final class SharingMetrics {

  /** Why values that might have been there were not used, or values offered were not kept. */
  enum Failure {
    /** No connection, or it broke. */
    UNREACHABLE,
    /** The service answered with an error, as it does while Redis is away. */
    REFUSED,
    /** Not within the time that computing takes. */
    LATE,
    /** Not what was stored there; it is deleted. */
    DAMAGED,
    /** More on its way than may be. */
    BUSY,
    /** K/V that is not finite, and so not to be given to others. */
    NOT_FINITE
  }

  /** What happened to values. */
  enum Event {
    FETCHED,
    MISSED,
    STORED
  }

  private final MeterRegistry metrics;
  private final AtomicInteger queued = new AtomicInteger();

  SharingMetrics(MeterRegistry metrics) {
    this.metrics = metrics;
    Gauge.builder("sigma.remote.cache.queued", queued, AtomicInteger::get)
        .description("Values on their way out")
        .register(metrics);
    for (Failure failure : Failure.values()) {
      count(failure, 0);
    }
    for (Event event : Event.values()) {
      count(event, 0);
    }
  }

  void count(Failure failure, int times) {
    metrics.counter("sigma.remote.cache.failures", "reason", name(failure)).increment(times);
  }

  void count(Event event, int values) {
    metrics.counter("sigma.remote.cache.values", "event", name(event)).increment(values);
  }

  /** So many values more, or fewer, are on their way out. */
  void queued(int change) {
    queued.addAndGet(change);
  }

  void fetched(Duration time) {
    metrics.timer("sigma.remote.cache.fetch").record(time);
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
