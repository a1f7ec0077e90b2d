package dev.sigma.gateway.workers;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** The gateway is ready when a worker is. */
@Component("workers")
class WorkersReadiness implements HealthIndicator {

  private final WorkerPool pool;

  WorkersReadiness(WorkerPool pool) {
    this.pool = pool;
  }

  @Override
  public Health health() {
    return pool.anyReady()
        ? Health.up().build()
        : Health.outOfService().withDetail("reason", "no inference worker is ready").build();
  }
}
