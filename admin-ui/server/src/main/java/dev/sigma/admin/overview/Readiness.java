package dev.sigma.admin.overview;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service's answer to {@code /health/readiness}.
 *
 * @param reason why not, where it is not ready
 */
record Readiness(boolean ready, Optional<String> reason) {

  private static final int LONGEST_REASON = 300;

  static Readiness no(String reason) {
    return new Readiness(
        false,
        Optional.of(
            reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason));
  }

  /** What status and body say; the first {@code reason} of a component is the reason. */
  static Readiness of(int status, byte[] body, JsonMapper json) {
    if (status == 200) {
      return new Readiness(true, Optional.empty());
    }
    return no(reason(body, json).orElse("its readiness answers with status " + status));
  }

  private static Optional<String> reason(byte[] body, JsonMapper json) {
    try {
      JsonNode components =
          json.readTree(new String(body, StandardCharsets.UTF_8)).path("components");
      return components
          .valueStream()
          .map(c -> c.path("details").path("reason"))
          .filter(JsonNode::isString)
          .map(JsonNode::stringValue)
          .findFirst();
    } catch (JacksonException e) {
      return Optional.empty(); // no JSON: the status alone speaks
    }
  }
}
