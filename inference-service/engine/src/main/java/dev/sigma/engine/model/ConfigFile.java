package dev.sigma.engine.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    ModelConfig config = naming(file, () -> config(fields));
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

  private static ModelConfig config(JsonFields fields) {
    String type = fields.string("model_type");
    return switch (type) {
      case "sigma" -> sigma(fields);
      case "llama" -> llama(fields);
      default ->
          throw new ModelFormatException(
              "model_type: %s (expected: sigma or llama)".formatted(type));
    };
  }

  private static ModelConfig sigma(JsonFields fields) {
    fields.onlyIfPresent("hidden_act", "silu");
    return new ModelConfig(
        "sigma",
        fields.integer("num_hidden_layers"),
        fields.integer("hidden_size"),
        fields.integer("intermediate_size"),
        fields.integer("vocab_size"),
        fields.integer("max_position_embeddings"),
        fields.number("rms_norm_eps"),
        fields.number("rope_theta"),
        fields.flag("tie_word_embeddings"),
        new AttentionShape(
            fields.integer("num_attention_heads"),
            fields.integer("num_key_heads"),
            fields.integer("num_value_heads"),
            fields.integer("key_head_dim"),
            fields.integer("value_head_dim"),
            fields.integer("augmented_q_size"),
            fields.integer("selective_v")));
  }

  /** Llama 2 and 3 as Hugging Face writes them; absent keys mean what they mean there. */
  private static ModelConfig llama(JsonFields fields) {
    fields.onlyIfPresent("hidden_act", "silu");
    fields.onlyIfPresent("attention_bias", "false");
    fields.onlyIfPresent("mlp_bias", "false");
    fields.onlyIfPresent("partial_rotary_factor", "1.0");
    refuse(fields, "sliding_window");
    Optional<JsonFields> rope = unscaledRope(fields, "rope_parameters");
    unscaledRope(fields, "rope_scaling");
    float theta = fields.number("rope_theta", 10_000f);
    int heads = fields.integer("num_attention_heads");
    int hidden = fields.integer("hidden_size");
    int keyValueHeads = fields.integer("num_key_value_heads", heads);
    int headDim = fields.integer("head_dim", 0);
    if (headDim == 0) {
      if (heads <= 0 || hidden % heads != 0) {
        throw new ModelFormatException(
            "hidden_size: %d (expected: a multiple of num_attention_heads %d, or a head_dim)"
                .formatted(hidden, heads));
      }
      headDim = hidden / heads;
    }
    return new ModelConfig(
        "llama",
        fields.integer("num_hidden_layers"),
        hidden,
        fields.integer("intermediate_size"),
        fields.integer("vocab_size"),
        fields.integer("max_position_embeddings", 2048),
        fields.number("rms_norm_eps", 1e-6f),
        rope.map(r -> r.number("rope_theta", theta)).orElse(theta),
        fields.flag("tie_word_embeddings", false),
        new AttentionShape(heads, keyValueHeads, keyValueHeads, headDim, headDim, 0, 0));
  }

  private static Optional<JsonFields> unscaledRope(JsonFields fields, String key) {
    Optional<JsonFields> rope = fields.find(key).map(v -> fields.inside(key));
    rope.ifPresent(
        r -> {
          // Older files call it "type".
          JsonNode type = r.find("rope_type").or(() -> r.find("type")).orElse(r.node());
          if (!type.asString("").equals("default")) {
            throw fields.error(key, r.node(), "rope_type default: no scaling is done here");
          }
          r.onlyIfPresent("partial_rotary_factor", "1.0");
        });
    return rope;
  }

  private static void refuse(JsonFields fields, String key) {
    fields
        .find(key)
        .ifPresent(
            value -> {
              throw fields.error(key, value, "null: this engine does not do it");
            });
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
      refuse(weights, "actorder");
      sizes.add(weights.integer("group_size", 0));
    }
    boolean one = sizes.size() == 1 && sizes.getFirst() > 0;
    return one ? OptionalInt.of(sizes.getFirst()) : OptionalInt.empty();
  }
}
