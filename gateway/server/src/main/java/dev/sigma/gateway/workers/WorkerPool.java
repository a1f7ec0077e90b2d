package dev.sigma.gateway.workers;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Which workers can be used now. Each one's readiness is asked for again and again; a circuit per
 * worker keeps calls away from one that fails.
 */
@Component
public class WorkerPool implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(WorkerPool.class);
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(2);

  /** Of an even share, what a worker may have before others are asked in its place. */
  private static final double SHARE = 1.25;

  private final List<Worker> workers;
  private final WebClient http;
  private final Duration probeInterval;
  private Disposable.Composite probes = Disposables.composite();
  private boolean running;

  WorkerPool(WorkerSettings settings, WebClient workerHttp, MeterRegistry metrics) {
    http = workerHttp;
    probeInterval = settings.probeInterval();
    CircuitBreakerRegistry circuits =
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .permittedNumberOfCallsInHalfOpenState(2)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build());
    workers =
        settings.urls().stream()
            .map(url -> new Worker(url, circuits.circuitBreaker(url.toString())))
            .toList();
    for (Worker w : workers) {
      Gauge.builder("sigma.gateway.worker.ready", w, x -> x.ready() ? 1 : 0)
          .tag("worker", w.name())
          .register(metrics);
      Gauge.builder("sigma.gateway.circuit.open", w, x -> x.circuit().getState().getOrder())
          .description("0 closed, 1 open, 2 half open")
          .tag("worker", w.name())
          .register(metrics);
      Gauge.builder("sigma.gateway.worker.in.flight", w, Worker::inFlight)
          .tag("worker", w.name())
          .register(metrics);
    }
  }

  /**
   * Ready workers, the one to be asked first at the front: rendezvous hashing with bounded load.
   * The key's favourite comes first unless it has more than its share of what is under way, by a
   * quarter; then the next in the key's order (Mirrokni et al., "Consistent Hashing with Bounded
   * Loads").
   */
  List<Worker> candidates(RoutingKey key) {
    List<Worker> ready = workers.stream().filter(Worker::ready).toList();
    int underWay = ready.stream().mapToInt(Worker::inFlight).sum();
    int most = (int) Math.ceil(SHARE * (underWay + 1) / Math.max(1, ready.size()));
    return ready.stream()
        .sorted(
            Comparator.comparing((Worker w) -> w.inFlight() >= most)
                .thenComparing(Comparator.comparingLong(key::score).reversed()))
        .toList();
  }

  /** The worker of that name alone, if it is ready. */
  List<Worker> pinned(String name) {
    return workers.stream().filter(w -> w.ready() && w.name().equals(name)).toList();
  }

  /** All workers, ready or not. */
  List<Worker> all() {
    return workers;
  }

  /** Whether any worker is ready. */
  public boolean anyReady() {
    return workers.stream().anyMatch(Worker::ready);
  }

  @Override
  public synchronized void start() {
    running = true;
    probes = Disposables.composite();
    workers.forEach(w -> probes.add(probeForEver(w)));
  }

  private Disposable probeForEver(Worker worker) {
    return Mono.defer(() -> probe(worker))
        .delayElement(jittered(probeInterval))
        .repeat()
        .subscribe(r -> {}, e -> log.error("probing {} has ended", worker.name(), e));
  }

  private Mono<Boolean> probe(Worker worker) {
    return http.get()
        .uri(worker.url().resolve("/health/readiness"))
        .exchangeToMono(r -> r.releaseBody().thenReturn(r.statusCode().is2xxSuccessful()))
        .timeout(PROBE_TIMEOUT)
        .onErrorReturn(false)
        .doOnNext(
            ready -> {
              if (ready != worker.ready()) {
                log.info("worker {} is {}", worker.name(), ready ? "ready" : "not ready");
              }
              worker.ready(ready);
            });
  }

  /** Up to a tenth shorter or longer, so that gateways do not probe in step. */
  private static Duration jittered(Duration d) {
    return Duration.ofMillis(
        (long) (d.toMillis() * ThreadLocalRandom.current().nextDouble(0.9, 1.1)));
  }

  @Override
  public synchronized void stop() {
    running = false;
    probes.dispose();
  }

  @Override
  public synchronized boolean isRunning() {
    return running;
  }
}
