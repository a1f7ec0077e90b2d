package dev.sigma.admin.access;

import dev.sigma.edge.ApiException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * How often somebody may be wrong: five times a minute, over all callers. An attempt counts from
 * its beginning, so that many at once gain nothing; one that was right is taken back.
 */
@Component
class Attempts {

  static final int MOST = 5;
  static final Duration WINDOW = Duration.ofMinutes(1);

  private final Clock clock;
  private final Deque<Attempt> recent = new ArrayDeque<>(MOST);

  Attempts(Clock clock) {
    this.clock = clock;
  }

  /** One attempt; compared by identity. */
  static final class Attempt {
    private final Instant at;

    private Attempt(Instant at) {
      this.at = at;
    }
  }

  /**
   * Begins an attempt.
   *
   * @throws ApiException 429 after too many
   */
  synchronized Attempt begin() {
    Instant now = clock.instant();
    recent.removeIf(a -> !now.isBefore(a.at.plus(WINDOW)));
    if (recent.size() >= MOST) {
      Duration wait = Duration.between(now, recent.getFirst().at.plus(WINDOW));
      throw ApiException.of(
          HttpStatus.TOO_MANY_REQUESTS,
          "too_many_attempts",
          "%d wrong attempts within a minute (expected: fewer); wait".formatted(MOST),
          wait.plusSeconds(1));
    }
    Attempt attempt = new Attempt(now);
    recent.addLast(attempt);
    return attempt;
  }

  /** Forgets an attempt that was right. */
  synchronized void right(Attempt attempt) {
    recent.remove(attempt);
  }
}
