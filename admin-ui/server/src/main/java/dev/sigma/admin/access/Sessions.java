package dev.sigma.admin.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who is logged in. A session's id is known to its browser alone; here it is kept as a hash. They
 * live in memory: a restart ends them all.
 */
@Component
class Sessions {

  static final Duration IDLE = Duration.ofMinutes(30);
  static final Duration LONGEST = Duration.ofHours(12);
  static final int MOST = 100;
  private static final int ID_BYTES = 32;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  // in the order of use, the one used longest ago first
  private final Map<String, Session> byHash = new LinkedHashMap<>(16, 0.75f, true);

  Sessions(Clock clock) {
    this.clock = clock;
  }

  private record Session(Instant began, Instant used) {
    boolean isOver(Instant now) {
      return !now.isBefore(began.plus(LONGEST)) || !now.isBefore(used.plus(IDLE));
    }
  }

  /** A new session's id; where there are too many, the one used longest ago ends. */
  synchronized String open() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    byHash.values().removeIf(s -> s.isOver(now));
    while (byHash.size() >= MOST) {
      byHash.remove(byHash.keySet().iterator().next());
    }
    byHash.put(hash(id), new Session(now, now));
    return id;
  }

  /** Whether the session is open; counts as a use of it. */
  synchronized boolean use(String id) {
    String hash = hash(id);
    Session session = byHash.get(hash);
    Instant now = clock.instant();
    if (session == null) {
      return false;
    }
    if (session.isOver(now)) {
      byHash.remove(hash);
      return false;
    }
    byHash.put(hash, new Session(session.began(), now));
    return true;
  }

  /** Whether the session is open; asking does not keep it open. */
  synchronized boolean isOpen(String id) {
    Instant now = clock.instant();
    String hash = hash(id);
    // not get(): that would count as a use
    return byHash.entrySet().stream()
        .anyMatch(e -> e.getKey().equals(hash) && !e.getValue().isOver(now));
  }

  synchronized void close(String id) {
    byHash.remove(hash(id));
  }

  synchronized void closeAllBut(String id) {
    byHash.keySet().retainAll(Set.of(hash(id)));
  }

  private static String hash(String id) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
