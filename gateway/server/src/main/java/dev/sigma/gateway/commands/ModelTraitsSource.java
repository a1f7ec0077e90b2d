package dev.sigma.gateway.commands;

import dev.sigma.gateway.access.Tenant;
import dev.sigma.gateway.workers.RoutingKey;
import dev.sigma.gateway.workers.WorkerCall;
import dev.sigma.gateway.workers.WorkerClient;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Knows what the model for commands tells of itself: asks a worker for it now and then. */
@Component
class ModelTraitsSource {

  private static final Logger log = LoggerFactory.getLogger(ModelTraitsSource.class);
  private static final Duration WITHOUT = Duration.ofSeconds(5);

  private final WorkerClient workers;
  private final CommandSettings settings;
  private volatile Kept kept = new Kept(ModelTraits.NONE, 0);

  private record Kept(ModelTraits traits, long until) {}

  ModelTraitsSource(WorkerClient workers, CommandSettings settings) {
    this.workers = workers;
    this.settings = settings;
  }

  /** Nothing where the model tells nothing, or no worker could: then nothing is claimed. */
  Mono<ModelTraits> current(Tenant tenant, String requestId) {
    Kept now = kept;
    if (System.nanoTime() - now.until() < 0) {
      return Mono.just(now.traits());
    }
    return workers
        .call(
            new WorkerCall(tenant, RoutingKey.of(List.of()), "/v1/models", new byte[0], requestId),
            answer ->
                answer.statusCode().is2xxSuccessful()
                    ? answer.bodyToFlux(JsonNode.class)
                    : answer.releaseBody().thenMany(Flux.<JsonNode>empty()))
        .next()
        .map(models -> ModelTraits.read(models, settings.model()))
        .doOnNext(found -> keep(found, settings.calibrationKept()))
        .onErrorResume(
            e -> {
              log.warn("what the model tells of itself is not known: {}", e.getMessage());
              return Mono.empty();
            })
        .switchIfEmpty(
            Mono.fromSupplier(
                () -> {
                  keep(ModelTraits.NONE, WITHOUT);
                  return ModelTraits.NONE;
                }));
  }

  private void keep(ModelTraits found, Duration time) {
    kept = new Kept(found, System.nanoTime() + time.toNanos());
  }
}
