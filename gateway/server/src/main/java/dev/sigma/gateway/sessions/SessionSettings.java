package dev.sigma.gateway.sessions;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where sessions are kept, and how long.
 *
 * @param store in this process, or in Redis
 * @param timeToLive since the last turn
 * @param embeddedCharacters bound of the embedded store, over all sessions
 */
@Validated
@ConfigurationProperties("sigma.gateway.sessions")
public record SessionSettings(
    Kind store, Duration timeToLive, @Min(100_000) long embeddedCharacters) {

  /** The stores there are. */
  public enum Kind {
    EMBEDDED,
    REDIS
  }
}
