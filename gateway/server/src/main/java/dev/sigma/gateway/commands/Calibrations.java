package dev.sigma.gateway.commands;

import dev.sigma.gateway.access.Tenant;
import dev.sigma.gateway.workers.RoutingKey;
import dev.sigma.gateway.workers.WorkerCall;
import dev.sigma.gateway.workers.WorkerClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Knows the calibration of the model for commands: asks a worker for it now and then. */
@Component
class Calibrations {

  private static final Logger log = LoggerFactory.getLogger(Calibrations.class);
  private static final Duration WITHOUT = Duration.ofSeconds(5);

  private final WorkerClient workers;
  private final CommandSettings settings;
  private volatile Kept kept = new Kept(Optional.empty(), 0);

  private record Kept(Optional<Calibration> calibration, long until) {}

  Calibrations(WorkerClient workers, CommandSettings settings) {
    this.workers = workers;
    this.settings = settings;
  }

  /** Empty where the model has none, or no worker could say: then nothing is claimed. */
  Mono<Optional<Calibration>> current(Tenant tenant, String requestId) {
    Kept now = kept;
    if (System.nanoTime() - now.until() < 0) {
      return Mono.just(now.calibration());
    }
    return workers
        .call(
            new WorkerCall(tenant, RoutingKey.of(List.of()), "/v1/models", new byte[0], requestId),
            answer ->
                answer.statusCode().is2xxSuccessful()
                    ? answer.bodyToFlux(JsonNode.class)
                    : answer.releaseBody().thenMany(Flux.<JsonNode>empty()))
        .next()
        .map(models -> Calibration.read(models, settings.model()))
        .doOnNext(found -> keep(found, settings.calibrationKept()))
        .onErrorResume(
            e -> {
              log.warn("the model's calibration is not known: {}", e.getMessage());
              return Mono.empty();
            })
        .switchIfEmpty(
            Mono.fromSupplier(
                () -> {
                  keep(Optional.empty(), WITHOUT);
                  return Optional.empty();
                }));
  }

  private void keep(Optional<Calibration> found, Duration time) {
    kept = new Kept(found, System.nanoTime() + time.toNanos());
  }
}
