package dev.sigma.admin.overview;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Looks at all services, once or again and again. However many watch, the services are asked once
 * an interval; when nobody does any more, they are left alone.
 */
@Component
class Overview {

  private final List<Service> services;
  private final ServiceProbe probe;
  private final Clock clock;
  private final Duration interval;
  private final Flux<Snapshot> shared;
  private final Sinks.Empty<Void> closing = Sinks.empty();

  Overview(OverviewSettings settings, ServiceProbe probe, Clock clock) {
    this.services = settings.watched();
    this.probe = probe;
    this.clock = clock;
    this.interval = settings.interval();
    this.shared = Flux.defer(this::lookAndRest).repeat().publish().refCount();
  }

  /** A look, and what is left of the interval after it. */
  private Flux<Snapshot> lookAndRest() {
    long began = System.nanoTime();
    return once()
        .concatWith(
            Mono.defer(
                () -> {
                  long left = interval.toNanos() - (System.nanoTime() - began);
                  return Mono.delay(Duration.ofNanos(Math.max(0, left))).then(Mono.empty());
                }));
  }

  /** One look, taken now. */
  Mono<Snapshot> once() {
    return Flux.fromIterable(services)
        .flatMapSequential(probe::look, services.size())
        .collectList()
        .map(all -> new Snapshot(clock.instant(), all));
  }

  /** Looks from now on; whoever is slow misses some. Ends when the server stops. */
  Flux<Snapshot> watch() {
    return shared.onBackpressureLatest().takeUntilOther(closing.asMono());
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    closing.tryEmitEmpty();
  }
}
