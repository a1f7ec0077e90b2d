package dev.sigma.admin;

import dev.sigma.edge.EdgeConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Starts the admin UI. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(EdgeConfiguration.class)
public class AdminApplication {

  public static void main(String[] args) {
    SpringApplication.run(AdminApplication.class, args);
  }
}
