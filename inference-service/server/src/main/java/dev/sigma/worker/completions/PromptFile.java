package dev.sigma.worker.completions;

import dev.sigma.worker.engine.WorkerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code prompt.json} of the model's folder, where there is one: what the model was trained to find
 * in its prompts (docs/contracts.md). Read once, at the start, and passed on as it stands.
 */
@Component
final class PromptFile {

  private static final long LARGEST = 4 << 10;
  private static final String TABLE_DIGEST = "table_digest";

  private final Optional<JsonNode> content;

  PromptFile(WorkerSettings settings, JsonMapper json) throws IOException {
    Path file = settings.modelDir().resolve("prompt.json");
    content = ModelJson.read(file, LARGEST, json, what -> wrong(file, what));
    content.ifPresent(root -> check(file, root));
  }

  Optional<JsonNode> content() {
    return content;
  }

  private static void check(Path file, JsonNode root) {
    if (!root.isObject()) {
      throw wrong(file, "no object (expected: {\"table_digest\": true})");
    }
    // What is not understood would be left out of prompts that the model was trained with.
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (!field.getKey().equals(TABLE_DIGEST)) {
        throw wrong(file, "%s: not known (expected: table_digest)".formatted(field.getKey()));
      }
      if (!field.getValue().isBoolean()) {
        throw wrong(file, "table_digest: %s (expected: true or false)".formatted(field.getValue()));
      }
    }
  }

  private static IllegalArgumentException wrong(Path file, String what) {
    return new IllegalArgumentException(file + ": " + what);
  }
}
