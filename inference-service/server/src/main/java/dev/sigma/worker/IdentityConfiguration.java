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
  InternalTokenFilter internalTokenFilter(InternalTokenSettings settings, Clock clock) {
    return new InternalTokenFilter(new InternalTokens(settings, clock), "sigma-worker", "generate");
  }
}
