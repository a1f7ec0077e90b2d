package dev.sigma.cache.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Values in this process, gone with it. Its tenants come from signed tokens, so they are few. */
public final class EmbeddedBlockStore implements BlockStore {

  private final StoreLimits limits;
  private final Ticker ticker;
  private final Map<String, Cache<BlockKey, ByteBuffer>> tenants = new ConcurrentHashMap<>();

  public EmbeddedBlockStore(StoreLimits limits, Ticker ticker) {
    this.limits = limits;
    this.ticker = ticker;
  }

  private Cache<BlockKey, ByteBuffer> of(String tenant) {
    return tenants.computeIfAbsent(
        tenant,
        t ->
            Caffeine.newBuilder()
                .maximumWeight(limits.bytes())
                .weigher((BlockKey key, ByteBuffer value) -> value.remaining())
                .expireAfterAccess(limits.unused())
                .ticker(ticker)
                .executor(Runnable::run)
                .build());
  }

  @Override
  public Mono<Integer> match(String tenant, List<BlockKey> keys) {
    return Mono.fromSupplier(
        () -> {
          // A look at the map: asking what is here is not using it.
          Map<BlockKey, ByteBuffer> values = of(tenant).asMap();
          int run = 0;
          while (run < keys.size() && values.containsKey(keys.get(run))) {
            run++;
          }
          return run;
        });
  }

  @Override
  public Mono<ByteBuffer> fetch(String tenant, BlockKey key) {
    return Mono.fromSupplier(() -> of(tenant).getIfPresent(key)).map(ByteBuffer::duplicate);
  }

  @Override
  public Mono<Boolean> store(String tenant, BlockKey key, ByteBuffer value) {
    return Mono.fromSupplier(
        () -> {
          if (value.remaining() > limits.bytes()) {
            return false;
          }
          ByteBuffer copy = ByteBuffer.allocate(value.remaining());
          copy.put(value.duplicate()).flip();
          of(tenant).put(key, copy.asReadOnlyBuffer());
          return true;
        });
  }

  @Override
  public Mono<Void> remove(String tenant, BlockKey key) {
    return Mono.fromRunnable(() -> of(tenant).invalidate(key));
  }

  @Override
  public Mono<Long> purge(String tenant) {
    return Mono.fromSupplier(
        () -> {
          Cache<BlockKey, ByteBuffer> values = of(tenant);
          long count = values.asMap().size();
          values.invalidateAll();
          return count;
        });
  }

  @Override
  public Mono<Void> check() {
    return Mono.empty();
  }

  @Override
  public Mono<Long> bytes(String tenant) {
    return Mono.fromSupplier(
        () -> {
          Cache<BlockKey, ByteBuffer> values = of(tenant);
          values.cleanUp();
          return values.asMap().values().stream().mapToLong(ByteBuffer::remaining).sum();
        });
  }
}
