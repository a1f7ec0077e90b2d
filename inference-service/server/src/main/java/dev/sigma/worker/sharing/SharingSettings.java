package dev.sigma.worker.sharing;

import dev.sigma.cache.client.BlockCodec;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where K/V is shared, and what that may cost.
 *
 * @param url base URL of the cache service; blank: nothing is shared
 * @param codec what leaves and arrives goes through; workers of another codec share nothing with
 *     this one
 * @param patience what a request waits for the cache service at least, even where computing would
 *     take less
 * @param longestWait what it waits at most, however much is missing
 * @param bytesInFlight values on their way in, all requests together
 * @param bytesQueued values on their way out; more are dropped
 */
@Validated
@ConfigurationProperties("sigma.worker.cache")
record SharingSettings(
    @NotNull String url,
    @NotNull BlockCodec codec,
    @NotNull Duration patience,
    @NotNull Duration longestWait,
    @Min(1 << 20) long bytesInFlight,
    @Min(1 << 20) long bytesQueued) {

  SharingSettings {
    if (!url.isBlank()
        && (!url.matches("https?://[^/?#]+/?") || URI.create(url).getHost() == null)) {
      throw new IllegalArgumentException(
          "SIGMA_CACHE_URL: %s (expected: http://host:port)".formatted(url));
    }
  }

  Optional<URI> service() {
    return url.isBlank() ? Optional.empty() : Optional.of(URI.create(url));
  }
}
