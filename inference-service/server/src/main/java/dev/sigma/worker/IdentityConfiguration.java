package dev.sigma.worker;

import dev.sigma.edge.identity.InternalTokenFilter;
import dev.sigma.edge.identity.InternalTokenSettings;
import dev.sigma.edge.identity.InternalTokens;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The worker answers only callers that the gateway vouches for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InternalTokenSettings.class)
class IdentityConfiguration {

  @Bean
  InternalTokens internalTokens(InternalTokenSettings settings, Clock clock) {
    return new InternalTokens(settings, clock);
  }

  @Bean
  InternalTokenFilter internalTokenFilter(InternalTokens tokens) {
    return new InternalTokenFilter(tokens, "sigma-worker", "generate");
  }
}
