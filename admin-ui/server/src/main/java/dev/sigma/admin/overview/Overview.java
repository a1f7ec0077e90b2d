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
  private final Flux<Snapshot> shared;
  private final Sinks.Empty<Void> closing = Sinks.empty();

  Overview(OverviewSettings settings, ServiceProbe probe, Clock clock) {
    this.services = settings.watched();
    this.probe = probe;
    this.clock = clock;
    this.shared =
        Flux.interval(Duration.ZERO, settings.interval())
            .onBackpressureDrop() // a look that takes longer than the interval is not caught up
            // with
            .concatMap(tick -> once(), 0)
            .publish()
            .refCount();
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
