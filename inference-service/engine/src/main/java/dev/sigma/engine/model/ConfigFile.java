package dev.sigma.engine.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * All that {@code config.json} tells the engine.
 *
 * @param config the decoder
 * @param endTokens ids that end an answer; may be empty
 * @param groupSize columns that share a scale, where {@code quantization_config} names one size
 */
record ConfigFile(ModelConfig config, SortedSet<Integer> endTokens, OptionalInt groupSize) {

  static final String CONFIG = "config.json";
  static final String GENERATION = "generation_config.json";

  private static final long MAX_BYTES = 1 << 20;
  private static final int MAX_END_TOKENS = 64;

  /**
   * Reads the config, and {@code generation_config.json} where there is one beside it.
   *
   * @param path the file, or the directory that holds it
   */
  static ConfigFile read(Path path) {
    Path file = Files.isDirectory(path) ? path.resolve(CONFIG) : path;
    JsonFields fields = new JsonFields("", JsonFile.readObject(file, MAX_BYTES));
    ModelConfig config = naming(file, () -> Families.config(fields));
    OptionalInt groupSize = naming(file, () -> groupSize(fields));
    SortedSet<Integer> ends = naming(file, () -> endTokens(fields, config.vocabulary()));
    Path generation = file.resolveSibling(GENERATION);
    if (Files.exists(generation)) {
      JsonFields more = new JsonFields("", JsonFile.readObject(generation, MAX_BYTES));
      ends.addAll(naming(generation, () -> endTokens(more, config.vocabulary())));
    }
    return new ConfigFile(config, ends, groupSize);
  }

  /** Runs {@code part}; its errors, which name a key, get the file's name too. */
  private static <T> T naming(Path file, Supplier<T> part) {
    try {
      return part.get();
    } catch (ModelFormatException e) {
      throw new ModelFormatException(file + ": " + e.getMessage(), e);
    }
  }

  private static SortedSet<Integer> endTokens(JsonFields fields, int vocabulary) {
    String key = "eos_token_id";
    SortedSet<Integer> ids = new TreeSet<>();
    JsonNode value = fields.find(key).orElse(MissingNode.getInstance());
    boolean absent = value.isMissingNode();
    for (JsonNode id : value.isArray() || absent ? value.values() : List.of(value)) {
      if (!id.isIntegralNumber() || !id.canConvertToInt()) {
        throw fields.error(key, value, "an integer or a list of them");
      }
      if (id.intValue() < 0 || id.intValue() >= vocabulary) {
        throw fields.error(key, value, "ids from 0 to " + (vocabulary - 1));
      }
      ids.add(id.intValue());
    }
    if (ids.size() > MAX_END_TOKENS) {
      throw fields.error(key, value, "at most " + MAX_END_TOKENS + " ids");
    }
    return ids;
  }

  private static OptionalInt groupSize(JsonFields fields) {
    JsonFields settings = fields.inside("quantization_config");
    settings.onlyIfPresent("quant_method", "compressed-tensors");
    JsonFields groups = settings.inside("config_groups");
    SortedSet<Integer> sizes = new TreeSet<>();
    for (Map.Entry<String, JsonNode> group : groups.node().properties()) {
      JsonFields weights = groups.inside(group.getKey()).inside("weights");
      weights.onlyIfPresent("type", "int");
      weights.onlyIfPresent("symmetric", "true");
      weights.refuse("actorder");
      sizes.add(weights.integer("group_size", 0));
    }
    boolean one = sizes.size() == 1 && sizes.getFirst() > 0;
    return one ? OptionalInt.of(sizes.getFirst()) : OptionalInt.empty();
  }
}
