package dev.sigma.admin;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Time that stands still, for the server under test. */
@TestConfiguration
class TestClock {

  @Bean
  @Primary
  MovableClock movableClock() {
    return new MovableClock();
  }
}
