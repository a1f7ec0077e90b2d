package dev.sigma.worker.sharing;

import dev.sigma.cache.client.BlockValues;
import dev.sigma.cache.client.CacheClient;
import dev.sigma.edge.identity.Caller;
import dev.sigma.edge.identity.InternalTokenSettings;
import dev.sigma.edge.identity.InternalTokens;
import dev.sigma.engine.kv.BlockExchange;
import dev.sigma.engine.kv.BlockGeometry;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sharing through the cache service that the settings name, or none. */
@Configuration(proxyBeanMethods = false)
class SharingConfiguration {

  private static final Duration CONNECTING = Duration.ofSeconds(1);

  @Bean
  BlockExchange.Source blockExchange(
      SharingSettings settings,
      InternalTokenSettings internal,
      InternalTokens tokens,
      MeterRegistry registry) {
    Optional<URI> service = settings.service();
    if (service.isEmpty()) {
      return geometry -> BlockExchange.NONE;
    }
    SharingMetrics metrics = new SharingMetrics(registry);
    byte[] key = internal.derive("block encryption");
    return new BlockExchange.Source() {
      @Override
      public String codec() {
        return settings.codec().name().toLowerCase(Locale.ROOT);
      }

      @Override
      public BlockExchange open(BlockGeometry geometry) {
        return new SharedBlocks(
            new CacheClient(service.get(), tenant -> token(tokens, tenant), CONNECTING),
            new BlockValues(
                key,
                geometry.epoch(),
                settings.codec(),
                geometry.keyBytes(),
                geometry.valueBytes()),
            geometry,
            settings,
            metrics);
      }
    };
  }

  private static String token(InternalTokens tokens, String tenant) {
    return tokens.mint(new Caller(tenant, "worker", Set.of("cache")), "sigma-cache");
  }
}
