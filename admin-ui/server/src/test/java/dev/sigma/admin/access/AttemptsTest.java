package dev.sigma.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sigma.admin.MovableClock;
import dev.sigma.edge.ApiException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptsTest {

  private final MovableClock clock = new MovableClock();
  private final Attempts attempts = new Attempts(clock);

  @Test
  void begin_sixthWithinAMinute_hasToWait() {
    for (int i = 0; i < 5; i++) {
      attempts.begin();
      clock.move(Duration.ofSeconds(10));
    }
    ApiException e = catchThrowableOfType(ApiException.class, attempts::begin);
    assertThat(e.status().value()).isEqualTo(429);
    assertThat(e.retryAfter()).contains(Duration.ofSeconds(11));
    clock.move(Duration.ofSeconds(10));
    assertThatCode(attempts::begin).doesNotThrowAnyException(); // the first one is forgotten
    assertThat(catchThrowableOfType(ApiException.class, attempts::begin)).isNotNull();
  }

  @Test
  void right_takesBackItsOwnAttemptOnly() {
    for (int i = 0; i < 4; i++) {
      attempts.begin();
    }
    for (int i = 0; i < 10; i++) {
      attempts.right(attempts.begin());
    }
    attempts.begin();
    assertThat(catchThrowableOfType(ApiException.class, attempts::begin)).isNotNull();
  }
}
