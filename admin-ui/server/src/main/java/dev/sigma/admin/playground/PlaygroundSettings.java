package dev.sigma.admin.playground;

import dev.sigma.admin.http.BaseUrl;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gateway that the playground asks.
 *
 * @param gateway base URL
 * @param apiKey the gateway's key; blank: there is no playground
 */
@ConfigurationProperties("sigma.admin.playground")
record PlaygroundSettings(String gateway, @DefaultValue("") String apiKey) {

  PlaygroundSettings {
    if (BaseUrl.parse(gateway).isEmpty()) {
      throw new IllegalArgumentException(
          "SIGMA_GATEWAY_URL: %s (expected: http://<host>:<port>)".formatted(gateway));
    }
    apiKey = apiKey.strip();
    if (!apiKey.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "SIGMA_API_KEY: with other characters (expected: printable ASCII)");
    }
  }

  URI commands() {
    return BaseUrl.parse(gateway).orElseThrow().resolve("/v1/commands");
  }

  @Override
  public String toString() {
    return "PlaygroundSettings[gateway=" + gateway + ", apiKey=(secret)]";
  }
}
