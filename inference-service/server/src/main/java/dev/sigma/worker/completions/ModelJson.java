package dev.sigma.worker.completions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON file of the model's folder that need not be there. */
final class ModelJson {

  private ModelJson() {}

  /**
   * Its content, whatever that is.
   *
   * @param largest bytes that are read at most
   * @param wrong what is thrown for a file that is too large or no JSON
   */
  static Optional<JsonNode> read(
      Path file, long largest, JsonMapper json, Function<String, IllegalArgumentException> wrong)
      throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    if (Files.size(file) > largest) {
      throw wrong.apply(Files.size(file) + " bytes (expected: at most " + largest + ")");
    }
    try {
      return Optional.of(json.readTree(Files.readAllBytes(file)));
    } catch (JacksonException e) {
      throw wrong.apply(e.getOriginalMessage());
    }
  }
}
