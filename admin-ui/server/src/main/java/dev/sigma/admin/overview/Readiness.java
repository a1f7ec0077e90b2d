package dev.sigma.admin.overview;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service's answer to {@code /health/readiness}.
 *
 * @param answers whether there was an answer at all
 * @param reason why not, where it is not ready
 */
record Readiness(boolean answers, boolean ready, Optional<String> reason) {

  private static final int LONGEST_REASON = 300;

  /** There was no answer. */
  static Readiness silent(String reason) {
    return new Readiness(false, false, Optional.of(reason));
  }

  /** What status and body say; the first {@code reason} of a component is the reason. */
  static Readiness of(int status, byte[] body, JsonMapper json) {
    if (status == 200) {
      return new Readiness(true, true, Optional.empty());
    }
    String reason = reason(body, json).orElse("its readiness answers with status " + status);
    return new Readiness(
        true, false, Optional.of(reason.substring(0, Math.min(reason.length(), LONGEST_REASON))));
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
