package dev.sigma.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sigma.gateway.access.Tenant;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every session store promises. */
abstract class SessionStoreContract {

  static final Tenant ACME = new Tenant("acme");
  private static final Session ONE = Session.EMPTY.with(new Turn("größe? 🚀", "du -sh ."));

  abstract SessionStore store(Duration timeToLive);

  @Test
  void load_unknown_isEmpty() {
    assertThat(store(Duration.ofMinutes(1)).load(ACME, "none").block()).isEqualTo(Session.EMPTY);
  }

  @Test
  void load_saved_isTheSame_andOnlyTheTenantsOwn() {
    SessionStore store = store(Duration.ofMinutes(1));
    store.save(ACME, "s", ONE).block();
    assertThat(store.load(ACME, "s").block()).isEqualTo(ONE);
    assertThat(store.load(new Tenant("globex"), "s").block()).isEqualTo(Session.EMPTY);
  }

  @Test
  void load_afterItsTime_isEmpty() {
    SessionStore store = store(Duration.ofMillis(100));
    store.save(ACME, "short", ONE).block();
    await()
        .pollInterval(Duration.ofMillis(200)) // a look may prolong it
        .until(() -> Session.EMPTY.equals(store.load(ACME, "short").block()));
  }
}
