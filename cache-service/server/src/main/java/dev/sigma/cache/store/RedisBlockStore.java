package dev.sigma.cache.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.redis.connection.ReactiveRedisConnection;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.data.redis.serializer.RedisSerializationContext;
import reactor.core.publisher.Mono;

/**
 * Values in Redis, shared by cache services. Beside the values, a tenant has an index by expiry and
 * their sizes; scripts keep the three in step, and run whole or not at all. All keys of a tenant
 * carry one hash tag, so a cluster keeps them in one place.
 */
public final class RedisBlockStore implements BlockStore {

  private static final RedisScript<Long> STORE = script("store.lua", Long.class);
  private static final RedisScript<ByteBuffer> FETCH = script("fetch.lua", ByteBuffer.class);
  private static final RedisScript<Long> MATCH = script("match.lua", Long.class);
  private static final RedisScript<Long> REMOVE = script("remove.lua", Long.class);
  private static final RedisScript<Long> PURGE = script("purge.lua", Long.class);
  private static final RedisScript<Long> BYTES = script("bytes.lua", Long.class);

  /** Redis does nothing else meanwhile. */
  private static final long PURGED_AT_ONCE = 256;

  private final ReactiveRedisTemplate<ByteBuffer, ByteBuffer> redis;
  private final StoreLimits limits;

  public RedisBlockStore(ReactiveRedisConnectionFactory connections, StoreLimits limits) {
    redis = new ReactiveRedisTemplate<>(connections, RedisSerializationContext.byteBuffer());
    this.limits = limits;
  }

  /** Read from the jar now: later would be on an event loop. */
  private static <T> RedisScript<T> script(String name, Class<T> result) {
    try (InputStream in = RedisBlockStore.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return RedisScript.of(new String(in.readAllBytes(), StandardCharsets.UTF_8), result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteBuffer text(Object text) {
    return StandardCharsets.UTF_8.encode(text.toString());
  }

  /** The index, the sizes, and what each value's name begins with. */
  private static List<ByteBuffer> keys(String tenant) {
    return Stream.of("index", "sizes", "value:")
        .map(part -> text("sigma:kv:{" + tenant + "}:" + part))
        .toList();
  }

  private <T> Mono<T> run(RedisScript<T> script, String tenant, List<ByteBuffer> arguments) {
    return redis.execute(script, keys(tenant), arguments).next();
  }

  @Override
  public Mono<Integer> match(String tenant, List<BlockKey> keys) {
    List<ByteBuffer> names = new ArrayList<>();
    keys.forEach(key -> names.add(text(key.hex())));
    return run(MATCH, tenant, names).map(Long::intValue);
  }

  @Override
  public Mono<ByteBuffer> fetch(String tenant, BlockKey key) {
    return run(FETCH, tenant, List.of(text(key.hex()), text(limits.unused().toMillis())));
  }

  @Override
  public Mono<Boolean> store(String tenant, BlockKey key, ByteBuffer value) {
    if (value.remaining() > limits.bytes()) {
      return Mono.just(false);
    }
    List<ByteBuffer> arguments =
        List.of(
            text(key.hex()),
            text(limits.unused().toMillis()),
            value.duplicate(),
            text(limits.bytes()));
    return run(STORE, tenant, arguments).map(stored -> stored == 1);
  }

  @Override
  public Mono<Void> remove(String tenant, BlockKey key) {
    return run(REMOVE, tenant, List.of(text(key.hex()))).then();
  }

  @Override
  public Mono<Long> purge(String tenant) {
    return run(PURGE, tenant, List.of(text(PURGED_AT_ONCE)))
        .expand(
            count ->
                count < PURGED_AT_ONCE
                    ? Mono.empty()
                    : run(PURGE, tenant, List.of(text(PURGED_AT_ONCE))))
        .reduce(0L, Long::sum);
  }

  @Override
  public Mono<Void> check() {
    return redis.execute(ReactiveRedisConnection::ping).then();
  }

  @Override
  public Mono<Long> bytes(String tenant) {
    return run(BYTES, tenant, List.of());
  }
}
