package dev.sigma.gateway.sessions;

import dev.sigma.gateway.access.Tenant;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sessions in Redis, shared by gateways: one JSON string per session under {@code
 * sigma:session:<tenant>:<id>}. A value that cannot be read counts as no session and is deleted.
 */
final class RedisSessionStore implements SessionStore {

  private static final Logger log = LoggerFactory.getLogger(RedisSessionStore.class);
  private static final int VERSION = 1;
  private static final long LONGEST_VALUE = 512 * 1024;
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private record Stored(int version, Session session) {}

  private final ReactiveStringRedisTemplate redis;
  private final JsonMapper json;
  private final Duration timeToLive;
  private final MeterRegistry metrics;

  RedisSessionStore(
      ReactiveStringRedisTemplate redis,
      JsonMapper json,
      Duration timeToLive,
      MeterRegistry metrics) {
    this.redis = redis;
    this.json = json;
    this.timeToLive = timeToLive;
    this.metrics = metrics;
  }

  @Override
  public Mono<Session> load(Tenant tenant, String id) {
    String key = key(tenant, id);
    return redis
        .opsForValue()
        .size(key)
        .flatMap(
            length ->
                length > LONGEST_VALUE
                    ? discard(key, "value of " + length + " bytes")
                    : redis.opsForValue().get(key).flatMap(value -> read(key, value)))
        .defaultIfEmpty(Session.EMPTY)
        .timeout(TIMEOUT);
  }

  private Mono<Session> read(String key, String value) {
    try {
      Stored stored = json.readValue(value, Stored.class);
      return stored.version() == VERSION && stored.session() != null
          ? Mono.just(stored.session())
          : discard(key, "version " + stored.version());
    } catch (JacksonException | NullPointerException e) {
      return discard(key, "value that is no session");
    }
  }

  private Mono<Session> discard(String key, String reason) {
    log.warn("a stored session was dropped: {}", reason);
    metrics.counter("sigma.gateway.session.failures", "reason", "unreadable").increment();
    return redis.delete(key).then(Mono.empty());
  }

  @Override
  public Mono<Void> save(Tenant tenant, String id, Session session) {
    return redis
        .opsForValue()
        .set(key(tenant, id), json.writeValueAsString(new Stored(VERSION, session)), timeToLive)
        .timeout(TIMEOUT)
        .then();
  }

  private static String key(Tenant tenant, String id) {
    return "sigma:session:" + tenant.name() + ":" + id;
  }
}
