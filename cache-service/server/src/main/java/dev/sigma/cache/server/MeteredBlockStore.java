package dev.sigma.cache.server;

import dev.sigma.cache.store.BlockKey;
import dev.sigma.cache.store.BlockStore;
import dev.sigma.edge.ApiException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;

/**
 * Counts what a store does. A store that cannot be reached is said once in the log, and once more
 * when it is back; callers get a 503.
 */
final class MeteredBlockStore implements BlockStore {

  private static final Logger log = LoggerFactory.getLogger(MeteredBlockStore.class);

  private final BlockStore store;
  private final MeterRegistry metrics;
  private final AtomicBoolean up = new AtomicBoolean(true);

  MeteredBlockStore(BlockStore store, MeterRegistry metrics) {
    this.store = store;
    this.metrics = metrics;
    Gauge.builder("sigma.cache.store.up", up, u -> u.get() ? 1 : 0)
        .description("Whether the newest call to the store worked")
        .register(metrics);
    for (String call : List.of("match", "fetch", "store", "remove", "purge")) {
      calls(call);
    }
    for (String event : List.of("hit", "miss", "stored", "refused", "removed")) {
      values(event);
    }
    moved("in");
    moved("out");
    failures();
  }

  private Counter calls(String call) {
    return metrics.counter("sigma.cache.calls", "call", call);
  }

  private Counter values(String event) {
    return metrics.counter("sigma.cache.values", "event", event);
  }

  private Counter moved(String direction) {
    return metrics.counter("sigma.cache.bytes", "direction", direction);
  }

  private Counter failures() {
    return metrics.counter("sigma.cache.store.failures");
  }

  /** Notes a call that begins; the store's part of it is {@link #watched}. */
  void called(String call) {
    calls(call).increment();
  }

  private <T> Mono<T> watched(Mono<T> call) {
    return call.doOnSuccess(result -> reachable())
        .onErrorMap(
            e -> {
              unreachable(e);
              return ApiException.of(
                  HttpStatus.SERVICE_UNAVAILABLE,
                  "store_unavailable",
                  "The store of shared K/V cannot be reached; compute instead",
                  Duration.ofSeconds(2));
            });
  }

  private void reachable() {
    if (up.compareAndSet(false, true)) {
      log.info("the store can be reached again");
    }
  }

  private void unreachable(Throwable e) {
    failures().increment();
    if (up.compareAndSet(true, false)) {
      log.warn("the store cannot be reached; every call is refused until it is: {}", e.toString());
    }
  }

  @Override
  public Mono<Integer> match(String tenant, List<BlockKey> keys) {
    return watched(store.match(tenant, keys));
  }

  @Override
  public Mono<ByteBuffer> fetch(String tenant, BlockKey key) {
    return watched(store.fetch(tenant, key))
        .doOnSuccess(
            value -> {
              values(value == null ? "miss" : "hit").increment();
              moved("out").increment(value == null ? 0 : value.remaining());
            });
  }

  @Override
  public Mono<Boolean> store(String tenant, BlockKey key, ByteBuffer value) {
    int size = value.remaining();
    return watched(store.store(tenant, key, value))
        .doOnNext(
            stored -> {
              values(stored ? "stored" : "refused").increment();
              moved("in").increment(size);
            });
  }

  @Override
  public Mono<Void> remove(String tenant, BlockKey key) {
    return watched(store.remove(tenant, key)).doOnSuccess(v -> values("removed").increment());
  }

  @Override
  public Mono<Long> purge(String tenant) {
    return watched(store.purge(tenant)).doOnNext(count -> values("removed").increment(count));
  }

  @Override
  public Mono<Long> bytes(String tenant) {
    return watched(store.bytes(tenant));
  }

  @Override
  public Mono<Void> check() {
    return watched(store.check());
  }
}
