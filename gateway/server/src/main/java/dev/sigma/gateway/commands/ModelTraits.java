package dev.sigma.gateway.commands;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a model tells of itself beside its name, by the worker that serves it.
 *
 * @param calibration what its confidences are worth, if that is known
 * @param tableDigest whether it was trained with a digest of pasted tables in the prompt
 */
record ModelTraits(Optional<Calibration> calibration, boolean tableDigest) {

  static final ModelTraits NONE = new ModelTraits(Optional.empty(), false);

  /** Those of {@code model} in a worker's list of models. */
  static ModelTraits read(JsonNode models, String model) {
    for (JsonNode each : models.path("data")) {
      if (each.path("id").asString("").equals(model)) {
        return new ModelTraits(
            Calibration.read(each.path("calibration")),
            each.path("prompt").path("table_digest").asBoolean(false));
      }
    }
    return NONE;
  }
}
