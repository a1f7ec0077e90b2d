package dev.sigma.admin.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTest {

  @Test
  void parse_kindIsTheBeginningOfTheName() {
    assertThat(Service.parse("worker-1=http://127.0.0.1:8471/"))
        .isEqualTo(new Service("worker-1", Kind.WORKER, URI.create("http://127.0.0.1:8471")));
    assertThat(Service.parse("gateway=https://gw.example").kind()).isEqualTo(Kind.GATEWAY);
    assertThat(Service.parse("cache=http://[::1]:1").address()).isEqualTo("[::1]:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "worker-1",
        "=http://x:1",
        "redis=http://x:1",
        "Worker=http://x:1",
        "worker=ftp://x",
        "worker=http://",
        "worker=http://x:1/metrics",
        "worker=http://x:1?a",
        "worker=http://x:1#a",
        "worker=http://user@x:1",
        "worker=http://x y",
        "worker=x:1"
      })
  void parse_anythingElse_isRefused(String entry) {
    assertThatThrownBy(() -> Service.parse(entry))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("SIGMA_ADMIN_SERVICES");
  }

  @Test
  void settings_noneOrTwoOfAName_areRefused() {
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new OverviewSettings(List.of(), second, second))
        .hasMessageContaining("0 services (expected: 1 to 64)");
    assertThatThrownBy(
            () -> new OverviewSettings(List.of("cache=http://a", "cache=http://b"), second, second))
        .hasMessageContaining("two services named cache");
  }
}
