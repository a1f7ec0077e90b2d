package dev.sigma.worker.completions;

import dev.sigma.worker.engine.WorkerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code calibration.json} of the model's folder, where there is one: what the model's confidences
 * are worth (docs/evaluation.md). Read once, at the start, and passed on as it stands.
 */
@Component
final class CalibrationFile {

  private static final long LARGEST = 64 << 10;

  private final Optional<JsonNode> content;

  CalibrationFile(WorkerSettings settings, JsonMapper json) throws IOException {
    Path file = settings.modelDir().resolve("calibration.json");
    content = ModelJson.read(file, LARGEST, json, what -> wrong(file, what));
    content.ifPresent(root -> check(file, root));
  }

  Optional<JsonNode> content() {
    return content;
  }

  private static void check(Path file, JsonNode root) {
    if (!isShare(root.path("threshold"))) {
      throw wrong(file, "threshold is no number in 0 to 1");
    }
    double confidence = 0;
    double probability = 0;
    if (root.path("points").isEmpty()) {
      throw wrong(file, "points: none (expected: pairs of confidence and probability)");
    }
    for (JsonNode point : root.path("points")) {
      if (point.size() != 2
          || !isShare(point.path(0))
          || !isShare(point.path(1))
          || point.path(0).asDouble() < confidence
          || point.path(1).asDouble() < probability) {
        throw wrong(
            file, "points: %s (expected: pairs in 0 to 1 that never go down)".formatted(point));
      }
      confidence = point.path(0).asDouble();
      probability = point.path(1).asDouble();
    }
  }

  private static boolean isShare(JsonNode node) {
    return node.isNumber() && node.asDouble() >= 0 && node.asDouble() <= 1;
  }

  private static IllegalArgumentException wrong(Path file, String what) {
    return new IllegalArgumentException(
        "%s: %s; make it anew (docs/evaluation.md) or take it away".formatted(file, what));
  }
}
