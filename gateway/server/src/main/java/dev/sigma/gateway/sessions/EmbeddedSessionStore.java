package dev.sigma.gateway.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sigma.gateway.access.Tenant;
import reactor.core.publisher.Mono;

/** Sessions in this process's memory, bounded; gone when it ends, unseen by other gateways. */
final class EmbeddedSessionStore implements SessionStore {

  private record Key(Tenant tenant, String id) {}

  private final Cache<Key, Session> sessions;

  EmbeddedSessionStore(SessionSettings settings) {
    sessions =
        Caffeine.newBuilder()
            .expireAfterAccess(settings.timeToLive())
            .maximumWeight(settings.embeddedCharacters())
            .weigher((Key k, Session s) -> s.characters() + 200)
            .build();
  }

  @Override
  public Mono<Session> load(Tenant tenant, String id) {
    return Mono.fromSupplier(() -> sessions.get(new Key(tenant, id), k -> Session.EMPTY));
  }

  @Override
  public Mono<Void> save(Tenant tenant, String id, Session session) {
    return Mono.fromRunnable(() -> sessions.put(new Key(tenant, id), session));
  }
}
