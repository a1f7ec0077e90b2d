package dev.sigma.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.admin.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionsTest {

  private final MovableClock clock = new MovableClock();
  private final Sessions sessions = new Sessions(clock);

  @Test
  void open_idsHave256Bits_andAreNeverTheSame() {
    assertThat(sessions.open()).hasSize(43).isNotEqualTo(sessions.open());
    assertThat(sessions.use("A".repeat(43))).isFalse();
  }

  @Test
  void use_keepsOpen_askingDoesNot() {
    String used = sessions.open();
    String watched = sessions.open();
    clock.move(Duration.ofMinutes(29));
    assertThat(sessions.use(used)).isTrue();
    assertThat(sessions.isOpen(watched)).isTrue();
    clock.move(Duration.ofMinutes(1));
    assertThat(sessions.use(used)).isTrue();
    assertThat(sessions.isOpen(watched)).isFalse();
    assertThat(sessions.use(watched)).isFalse();
  }

  @Test
  void use_after12Hours_isOver() {
    String id = sessions.open();
    for (int i = 0; i < 71; i++) {
      clock.move(Duration.ofMinutes(10));
      assertThat(sessions.use(id)).isTrue();
    }
    clock.move(Duration.ofMinutes(10));
    assertThat(sessions.isOpen(id)).isFalse();
    assertThat(sessions.use(id)).isFalse();
  }

  @Test
  void open_101st_endsTheOneUsedLongestAgo() {
    String first = sessions.open();
    String second = sessions.open();
    for (int i = 2; i < Sessions.MOST; i++) {
      sessions.open();
    }
    sessions.use(first);
    sessions.isOpen(second); // no use of it
    sessions.open();
    assertThat(sessions.isOpen(first)).isTrue();
    assertThat(sessions.isOpen(second)).isFalse();
  }

  @Test
  void close_endsOne_closeAllBut_theOthers() {
    String mine = sessions.open();
    String other = sessions.open();
    String left = sessions.open();
    sessions.close(left);
    assertThat(sessions.isOpen(left)).isFalse();
    sessions.closeAllBut(mine);
    assertThat(sessions.isOpen(mine)).isTrue();
    assertThat(sessions.isOpen(other)).isFalse();
  }
}
