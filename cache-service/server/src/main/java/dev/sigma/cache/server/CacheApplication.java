package dev.sigma.cache.server;

import dev.sigma.edge.EdgeConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Starts the cache service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(EdgeConfiguration.class)
public class CacheApplication {

  public static void main(String[] args) {
    SpringApplication.run(CacheApplication.class, args);
  }
}
