package dev.sigma.cache.server;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Up when the store answers. */
@Component("store")
class StoreReadiness implements ReactiveHealthIndicator {

  private final MeteredBlockStore store;
  private final CacheSettings settings;

  StoreReadiness(MeteredBlockStore store, CacheSettings settings) {
    this.store = store;
    this.settings = settings;
  }

  @Override
  public Mono<Health> health() {
    return store
        .check()
        .thenReturn(Health.up().withDetail("store", settings.store()).build())
        .onErrorResume(
            e ->
                Mono.just(
                    Health.outOfService()
                        .withDetail("reason", String.valueOf(e.getMessage()))
                        .build()));
  }
}
