package dev.sigma.gateway;

import dev.sigma.edge.EdgeConfiguration;
import dev.sigma.edge.identity.InternalTokenSettings;
import dev.sigma.edge.identity.InternalTokens;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts the gateway. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableConfigurationProperties(InternalTokenSettings.class)
@Import(EdgeConfiguration.class)
public class GatewayApplication {

  public static void main(String[] args) {
    SpringApplication.run(GatewayApplication.class, args);
  }

  @Bean
  InternalTokens internalTokens(InternalTokenSettings settings, Clock clock) {
    return new InternalTokens(settings, clock);
  }
}
