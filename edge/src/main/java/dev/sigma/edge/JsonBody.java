package dev.sigma.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Typed reading of a request's JSON object: a field of another type is a 400 that names it. */
public final class JsonBody {

  private final JsonNode object;

  private JsonBody(JsonNode object) {
    this.object = object;
  }

  /** Parses {@code bytes} as one JSON object. */
  public static JsonBody parse(JsonMapper json, byte[] bytes) {
    if (bytes.length == 0) {
      throw ApiException.invalidJson("empty body (expected: a JSON object)");
    }
    try {
      return of(json.readTree(bytes));
    } catch (JacksonException e) {
      throw ApiException.invalidJson(
          "body that is no JSON (expected: a JSON object); " + e.getOriginalMessage());
    }
  }

  private static JsonBody of(JsonNode node) {
    if (!node.isObject()) {
      throw ApiException.invalidJson(
          "body is a JSON %s (expected: an object)".formatted(kind(node)));
    }
    return new JsonBody(node);
  }

  /** The field, unless it is absent or null. */
  public Optional<JsonNode> field(String name) {
    JsonNode node = object.get(name);
    return node == null || node.isNull() ? Optional.empty() : Optional.of(node);
  }

  public Optional<String> text(String name) {
    return field(name)
        .map(
            n -> {
              if (!n.isString()) {
                throw wrongType(name, n, "a string");
              }
              return n.stringValue();
            });
  }

  public boolean flag(String name) {
    return field(name)
        .map(
            n -> {
              if (!n.isBoolean()) {
                throw wrongType(name, n, "true or false");
              }
              return n.booleanValue();
            })
        .orElse(false);
  }

  /** An integer within {@code low} to {@code high}. */
  public Optional<Long> integer(String name, long low, long high) {
    return field(name)
        .map(
            n -> {
              if (!n.isIntegralNumber()
                  || !n.canConvertToLong()
                  || n.longValue() < low
                  || n.longValue() > high) {
                throw ApiException.invalid(
                    name,
                    "%s: %s (expected: an integer from %d to %d)"
                        .formatted(name, shown(n), low, high));
              }
              return n.longValue();
            });
  }

  /** A number within {@code low} to {@code high}. */
  public Optional<Float> number(String name, double low, double high) {
    return field(name)
        .map(
            n -> {
              if (!n.isNumber() || !(n.doubleValue() >= low && n.doubleValue() <= high)) {
                throw ApiException.invalid(
                    name,
                    "%s: %s (expected: a number from %s to %s)"
                        .formatted(name, shown(n), low, high));
              }
              return n.floatValue();
            });
  }

  /** The objects of an array field with 1 to {@code most} elements. */
  public List<JsonBody> objects(String name, int most) {
    JsonNode array =
        field(name)
            .orElseThrow(() -> ApiException.invalid(name, name + ": absent (expected: an array)"));
    if (!array.isArray() || array.isEmpty() || array.size() > most) {
      throw ApiException.invalid(
          name,
          "%s: %s (expected: an array of 1 to %d objects)"
              .formatted(name, array.isArray() ? array.size() + " elements" : kind(array), most));
    }
    List<JsonBody> bodies = new ArrayList<>(array.size());
    for (JsonNode n : array) {
      if (!n.isObject()) {
        throw wrongType(name, n, "an array of objects");
      }
      bodies.add(new JsonBody(n));
    }
    return bodies;
  }

  /** The error for a field of another type. */
  public static ApiException wrongType(String name, JsonNode node, String expected) {
    return ApiException.invalid(
        name, "%s: a JSON %s (expected: %s)".formatted(name, kind(node), expected));
  }

  private static String kind(JsonNode node) {
    return node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String shown(JsonNode node) {
    String text = node.isNumber() ? node.toString() : "a JSON " + kind(node);
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }
}
