package dev.sigma.cache.server;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where values lie and how long.
 *
 * @param tenantBytes all values of one tenant
 * @param unused how long a value stays that nobody asks for
 */
@Validated
@ConfigurationProperties("sigma.cache")
record CacheSettings(
    @NotNull Store store, @Min(1_000_000) long tenantBytes, @NotNull Duration unused) {

  enum Store {
    EMBEDDED,
    REDIS
  }
}
