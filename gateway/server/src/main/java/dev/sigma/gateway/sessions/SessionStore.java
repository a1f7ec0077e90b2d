package dev.sigma.gateway.sessions;

import dev.sigma.gateway.access.Tenant;
import reactor.core.publisher.Mono;

/** Keeps sessions for a while after their last use. A tenant sees its own only. */
public interface SessionStore {

  /**
   * The session; {@link Session#EMPTY} where none is kept. Fails where the store cannot be reached.
   */
  Mono<Session> load(Tenant tenant, String id);

  /** Keeps the session for one more time to live. */
  Mono<Void> save(Tenant tenant, String id, Session session);
}
