package dev.sigma.engine.text;

import dev.sigma.engine.model.ModelFormatException;
import tools.jackson.databind.JsonNode;

/** Keys of a {@code tokenizer.json}. */
final class Keys {

  private static final int SHOWN = 80;

  private Keys() {}

  /** Refuses any other value of {@code key}; absent and null are fine. */
  static void require(JsonNode node, String key, String expected) {
    JsonNode value = node.path(key);
    if (!absent(value) && !(value.isValueNode() && value.asString("").equals(expected))) {
      throw new ModelFormatException(
          "%s: %s (expected: %s)"
              .formatted(
                  key, clip(value.toString()), expected.isEmpty() ? "null or empty" : expected));
    }
  }

  static boolean absent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  /** {@code text} at a length for a message. */
  static String clip(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
