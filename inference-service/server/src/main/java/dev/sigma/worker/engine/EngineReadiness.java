package dev.sigma.worker.engine;

import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up when kernels are built and one layer agreed with the reference; says why not otherwise. */
@Component("engine")
class EngineReadiness implements HealthIndicator {

  private final EngineHolder engines;

  EngineReadiness(EngineHolder engines) {
    this.engines = engines;
  }

  @Override
  public Health health() {
    Optional<String> obstacle = engines.obstacle();
    if (obstacle.isPresent()) {
      return Health.outOfService().withDetail("reason", obstacle.get()).build();
    }
    return engines
        .loaded()
        .map(
            e ->
                Health.up()
                    .withDetail("model", e.modelName())
                    .withDetail("backend", e.runner().backend())
                    .withDetail("device", e.runner().device())
                    .withDetail("kernels", e.runner().kernelFamily())
                    .withDetail("numerics", e.runner().numerics())
                    .withDetail("codec", e.codec())
                    .build())
        .orElseGet(() -> Health.outOfService().build());
  }
}
