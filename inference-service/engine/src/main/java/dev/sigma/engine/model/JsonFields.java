package dev.sigma.engine.model;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Typed look at an object of a JSON file; errors name the key, the caller adds the file. A key that
 * is null counts as absent.
 *
 * @param prefix what stands before a key in errors: the path of an inner object, with its dot
 * @param node the object
 */
record JsonFields(String prefix, JsonNode node) {

  /** The value of {@code key}; empty where it is absent or null. */
  Optional<JsonNode> find(String key) {
    JsonNode value = node.path(key);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  int integer(String key) {
    return find(key).map(v -> integer(key, v)).orElseThrow(() -> missing(key, "an integer"));
  }

  int integer(String key, int absent) {
    return find(key).map(v -> integer(key, v)).orElse(absent);
  }

  /** The same of a key whose null means something of its own. */
  int integer(String key, int absent, int ifNull) {
    return node.path(key).isNull() ? ifNull : integer(key, absent);
  }

  private int integer(String key, JsonNode value) {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw error(key, value, "a 32-bit integer");
    }
    return value.intValue();
  }

  float number(String key) {
    return find(key).map(v -> number(key, v)).orElseThrow(() -> missing(key, "a number"));
  }

  float number(String key, float absent) {
    return find(key).map(v -> number(key, v)).orElse(absent);
  }

  private float number(String key, JsonNode value) {
    if (!value.isNumber()) {
      throw error(key, value, "a number");
    }
    return (float) value.asDouble();
  }

  boolean flag(String key) {
    return find(key).map(v -> flag(key, v)).orElseThrow(() -> missing(key, "true or false"));
  }

  boolean flag(String key, boolean absent) {
    return find(key).map(v -> flag(key, v)).orElse(absent);
  }

  private boolean flag(String key, JsonNode value) {
    if (!value.isBoolean()) {
      throw error(key, value, "true or false");
    }
    return value.booleanValue();
  }

  String string(String key) {
    JsonNode value = find(key).orElseThrow(() -> missing(key, "a string"));
    if (!value.isString()) {
      throw error(key, value, "a string");
    }
    return value.stringValue();
  }

  /** Refuses a key that is there with any other value than this one. */
  void onlyIfPresent(String key, String expected) {
    find(key)
        .ifPresent(
            value -> {
              if (!value.asString("").equals(expected)) {
                throw error(key, value, expected + ", what this engine does");
              }
            });
  }

  /** Refuses a key that is there, whatever its value. */
  void refuse(String key) {
    find(key)
        .ifPresent(
            value -> {
              throw error(key, value, "null: this engine does not do it");
            });
  }

  /** The object at {@code key}; where it is no object it has no keys. */
  JsonFields inside(String key) {
    return new JsonFields(prefix + key + ".", node.path(key));
  }

  ModelFormatException error(String key, JsonNode value, String expected) {
    String text = value.toString();
    String shown = text.length() <= 80 ? text : text.substring(0, 80) + "...";
    return new ModelFormatException(
        "%s%s: %s (expected: %s)".formatted(prefix, key, shown, expected));
  }

  private ModelFormatException missing(String key, String expected) {
    return new ModelFormatException(
        "%s%s: missing (expected: %s)".formatted(prefix, key, expected));
  }
}
