package dev.sigma.cache.server;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.sigma.cache.store.BlockStore;
import dev.sigma.cache.store.EmbeddedBlockStore;
import dev.sigma.cache.store.RedisBlockStore;
import dev.sigma.cache.store.StoreLimits;
import dev.sigma.edge.identity.InternalTokenFilter;
import dev.sigma.edge.identity.InternalTokenSettings;
import dev.sigma.edge.identity.InternalTokens;
import io.lettuce.core.ClientOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;

/** The store, and who may ask it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InternalTokenSettings.class)
class CacheConfiguration {

  @Bean
  MeteredBlockStore blockStore(
      CacheSettings settings, ReactiveRedisConnectionFactory connections, MeterRegistry metrics) {
    StoreLimits limits = new StoreLimits(settings.tenantBytes(), settings.unused());
    BlockStore store =
        switch (settings.store()) {
          case EMBEDDED -> new EmbeddedBlockStore(limits, Ticker.systemTicker());
          case REDIS -> new RedisBlockStore(connections, limits);
        };
    return new MeteredBlockStore(store, metrics);
  }

  /** While Redis is away a call fails at once: a worker that waits computes instead. */
  @Bean
  LettuceClientOptionsBuilderCustomizer refuseWhileDisconnected() {
    return options ->
        options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
  }

  @Bean
  InternalTokenFilter internalTokenFilter(InternalTokenSettings settings, Clock clock) {
    return new InternalTokenFilter(new InternalTokens(settings, clock), "sigma-cache", "cache");
  }
}
