package dev.sigma.engine.model;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Which layers have a sliding window: all or none; a mixture is refused. */
final class SlidingLayers {

  private static final String TYPES = "layer_types";
  private static final String FULL = "full_attention";
  private static final String SLIDING = "sliding_attention";

  private SlidingLayers() {}

  /** The window of a family in which all layers have it; 0 where it is null: none. */
  static int window(JsonFields fields) {
    int window = fields.integer("sliding_window", 4096, 0);
    if (window < 1 && fields.find("sliding_window").isPresent()) {
      throw fields.error(
          "sliding_window", fields.node().path("sliding_window"), "at least 1, or null");
    }
    return window;
  }

  /**
   * The window of a family in which {@code use_sliding_window} turns it on, from layer {@code
   * max_window_layers} on or for the layers that {@code layer_types} says; 0: none.
   */
  static int windowFromLayer(JsonFields fields) {
    int window = fields.flag("use_sliding_window", false) ? window(fields) : 0;
    if (fields.find(TYPES).isPresent()) {
      if (window == 0 || allAre(fields, FULL)) {
        refuseOthers(fields, FULL);
        return 0;
      }
      refuseOthers(fields, SLIDING);
      return window;
    }
    int layers = fields.integer("num_hidden_layers");
    int first = fields.integer("max_window_layers", 28);
    if (window == 0 || first >= layers) {
      return 0;
    }
    if (first > 0) {
      throw new ModelFormatException(
          "max_window_layers: %d (expected: 0, or at least num_hidden_layers %d: all layers have a sliding window or none has)"
              .formatted(first, layers));
    }
    return window;
  }

  /** Refuses {@code layer_types}, where there are any, that are not all {@code expected}. */
  static void refuseOthers(JsonFields fields, String expected) {
    Optional<JsonNode> types = fields.find(TYPES);
    if (types.isPresent() && !allAre(fields, expected)) {
      throw fields.error(
          TYPES,
          types.get(),
          "%s for each of %d layers".formatted(expected, fields.integer("num_hidden_layers")));
    }
  }

  private static boolean allAre(JsonFields fields, String expected) {
    JsonNode types = fields.node().path(TYPES);
    return types.isArray()
        && types.size() == fields.integer("num_hidden_layers")
        && types.valueStream().allMatch(type -> type.asString("").equals(expected));
  }
}
