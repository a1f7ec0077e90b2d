package dev.sigma.cache.store;

import java.time.Duration;

/**
 * What a tenant may have.
 *
 * @param bytes of all its values
 * @param unused how long a value stays that nobody asks for
 */
public record StoreLimits(long bytes, Duration unused) {
  public StoreLimits {
    if (bytes < 1 || unused.toMillis() < 1) {
      throw new IllegalArgumentException(
          "limits: %d bytes for %s (expected: > 0)".formatted(bytes, unused));
    }
  }
}
