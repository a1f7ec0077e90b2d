package dev.sigma.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionTest {

  @Test
  void with_manyTurns_dropsTheOlderHalfAtOnce() {
    Session session = Session.EMPTY;
    for (int i = 0; i < Session.MOST_TURNS; i++) {
      session = session.with(new Turn("r" + i, "c"));
    }
    assertThat(session.turns()).hasSize(Session.MOST_TURNS);
    session = session.with(new Turn("newest", "c"));
    assertThat(session.turns()).hasSize(Session.MOST_TURNS / 2);
    assertThat(session.turns().getLast().user()).isEqualTo("newest");
  }

  @Test
  void with_oneTurnTooLong_isForgotten() {
    Turn huge = new Turn("x".repeat(Session.MOST_CHARACTERS + 1), "c");
    assertThat(Session.EMPTY.with(huge).turns()).isEmpty();
  }

  @Test
  void newerHalf_endsEmpty() {
    Session session = Session.EMPTY.with(new Turn("a", "b"));
    assertThat(session.newerHalf()).isEqualTo(Session.EMPTY);
  }
}
