package dev.sigma.gateway.sessions;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Chooses the store once, as configured. Redis is connected to on first use only. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

  @Bean
  SessionStore sessionStore(
      SessionSettings settings,
      ReactiveStringRedisTemplate redis,
      JsonMapper json,
      MeterRegistry metrics) {
    return switch (settings.store()) {
      case EMBEDDED -> new EmbeddedSessionStore(settings);
      case REDIS -> new RedisSessionStore(redis, json, settings.timeToLive(), metrics);
    };
  }
}
