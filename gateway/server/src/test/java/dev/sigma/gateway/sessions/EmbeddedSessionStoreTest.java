package dev.sigma.gateway.sessions;

import java.time.Duration;

class EmbeddedSessionStoreTest extends SessionStoreContract {

  @Override
  SessionStore store(Duration timeToLive) {
    return new EmbeddedSessionStore(
        new SessionSettings(SessionSettings.Kind.EMBEDDED, timeToLive, 100_000));
  }
}
