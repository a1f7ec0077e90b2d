package dev.sigma.engine.model;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The rotary embedding's keys: {@code rope_parameters}, which older files call {@code rope_scaling}
 * and put {@code rope_theta} beside. Within, every key has to be one that its type reads.
 */
final class RopeFields {

  private static final Set<String> ALL =
      Set.of("rope_type", "type", "rope_theta", "partial_rotary_factor");
  private static final String ORIGINAL = "original_max_position_embeddings";

  private RopeFields() {}

  static Rope read(JsonFields fields, int maxPositions) {
    JsonFields rope = object(fields);
    refusePartial(fields);
    refusePartial(rope);
    float theta = rope.number("rope_theta", fields.number("rope_theta", 10_000f));
    String key = rope.find("rope_type").isPresent() ? "rope_type" : "type";
    String type = rope.find(key).isPresent() ? rope.string(key) : "default";
    return new Rope(
        theta,
        switch (type) {
          case "default" -> {
            onlyKeys(rope, Set.of());
            yield new Rope.Scaling.None();
          }
          case "linear" -> {
            onlyKeys(rope, Set.of("factor"));
            yield new Rope.Scaling.Linear(rope.number("factor"));
          }
          case "llama3" -> {
            onlyKeys(rope, Set.of("factor", "low_freq_factor", "high_freq_factor", ORIGINAL));
            yield new Rope.Scaling.Llama3(
                rope.number("factor"),
                rope.number("low_freq_factor"),
                rope.number("high_freq_factor"),
                fields.integer(ORIGINAL, rope.integer(ORIGINAL, maxPositions)));
          }
          default -> throw rope.error(key, rope.node().path(key), "default, linear or llama3");
        });
  }

  /** The one of the two objects that is there and holds anything; else one without keys. */
  private static JsonFields object(JsonFields fields) {
    boolean older = holdsAnything(fields, "rope_scaling");
    boolean newer = holdsAnything(fields, "rope_parameters");
    if (older && newer) {
      throw fields.error(
          "rope_scaling", fields.node().path("rope_scaling"), "null beside rope_parameters");
    }
    return fields.inside(older ? "rope_scaling" : "rope_parameters");
  }

  private static boolean holdsAnything(JsonFields fields, String key) {
    JsonNode value = fields.find(key).orElse(MissingNode.getInstance());
    if (!value.isObject() && !value.isMissingNode()) {
      throw fields.error(key, value, "an object");
    }
    return !value.isEmpty();
  }

  private static void refusePartial(JsonFields fields) {
    String key = "partial_rotary_factor";
    if (fields.number(key, 1) != 1) {
      throw fields.error(key, fields.node().path(key), "1.0: heads are turned whole");
    }
  }

  private static void onlyKeys(JsonFields rope, Set<String> more) {
    rope.node()
        .properties()
        .forEach(
            entry -> {
              String key = entry.getKey();
              if (!ALL.contains(key) && !more.contains(key) && !entry.getValue().isNull()) {
                throw rope.error(key, entry.getValue(), "no such key beside this rope_type");
              }
            });
  }
}
