package dev.sigma.edge;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What every service of the platform imports for its HTTP edge. */
@Configuration(proxyBeanMethods = false)
public class EdgeConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  RequestIdFilter requestIdFilter() {
    return new RequestIdFilter();
  }

  @Bean
  ErrorHandler errorHandler(JsonMapper json) {
    return new ErrorHandler(json);
  }
}
