package dev.sigma.engine.model;

import java.util.List;

/**
 * What each family's keys in {@code config.json} mean. Sizes that every file states have to be
 * there; other absent keys mean what they mean to the family's configuration class in Hugging Face
 * transformers. What this engine does not do is refused by its key.
 */
final class Families {

  private static final String TYPES = "sigma, llama, mistral, qwen2 or qwen3";

  /** Keys of variants that share a {@code model_type} with what is done here. */
  private static final List<String> NOT_DONE =
      List.of(
          "num_experts",
          "num_local_experts",
          "attn_logit_softcapping",
          "final_logit_softcapping",
          "dual_chunk_attention_config");

  private Families() {}

  static ModelConfig config(JsonFields fields) {
    String type = fields.string("model_type");
    fields.onlyIfPresent("hidden_act", "silu");
    fields.onlyIfPresent("mlp_bias", "false");
    NOT_DONE.forEach(fields::refuse);
    return switch (type) {
      case "sigma" -> sigma(fields);
      case "llama" -> llama(fields);
      case "mistral" -> mistral(fields);
      case "qwen2" -> qwen2(fields);
      case "qwen3" -> qwen3(fields);
      default ->
          throw new ModelFormatException("model_type: %s (expected: %s)".formatted(type, TYPES));
    };
  }

  /** The contracts' own keys. */
  private static ModelConfig sigma(JsonFields fields) {
    fields.onlyIfPresent("attention_bias", "false");
    fields.refuse("sliding_window");
    fields.refuse("rope_scaling");
    fields.refuse("rope_parameters");
    return new ModelConfig(
        "sigma",
        fields.integer("num_hidden_layers"),
        fields.integer("hidden_size"),
        fields.integer("intermediate_size"),
        fields.integer("vocab_size"),
        fields.integer("max_position_embeddings"),
        fields.number("rms_norm_eps"),
        Rope.unscaled(fields.number("rope_theta")),
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

  /** Llama 2 and 3. */
  private static ModelConfig llama(JsonFields fields) {
    fields.onlyIfPresent("attention_bias", "false");
    fields.refuse("sliding_window");
    SlidingLayers.refuseOthers(fields, "full_attention");
    int heads = fields.integer("num_attention_heads");
    return grouped(fields, "llama", 2048, shape(fields, heads, dividedHidden(fields)));
  }

  /** A window over all layers, unless it is null. */
  private static ModelConfig mistral(JsonFields fields) {
    fields.onlyIfPresent("attention_bias", "false");
    int window = SlidingLayers.window(fields);
    SlidingLayers.refuseOthers(fields, window == 0 ? "full_attention" : "sliding_attention");
    AttentionShape shape = shape(fields, 8, dividedHidden(fields));
    return grouped(fields, "mistral", 131_072, shape.withSlidingWindow(window));
  }

  /** Qwen2 and 2.5. Their biases are always there, whatever {@code attention_bias} says. */
  private static ModelConfig qwen2(JsonFields fields) {
    fields.onlyIfPresent("use_mrope", "false");
    AttentionShape shape = shape(fields, 32, dividedHidden(fields)).withBiases();
    int window = SlidingLayers.windowFromLayer(fields);
    return grouped(fields, "qwen2", 32_768, shape.withSlidingWindow(window));
  }

  private static ModelConfig qwen3(JsonFields fields) {
    fields.onlyIfPresent("attention_bias", "false");
    AttentionShape shape = shape(fields, 32, fields.integer("head_dim", 128)).withHeadNorms();
    int window = SlidingLayers.windowFromLayer(fields);
    return grouped(fields, "qwen3", 32_768, shape.withSlidingWindow(window));
  }

  private static ModelConfig grouped(
      JsonFields fields, String type, int absentPositions, AttentionShape attention) {
    int positions = fields.integer("max_position_embeddings", absentPositions);
    return new ModelConfig(
        type,
        fields.integer("num_hidden_layers"),
        fields.integer("hidden_size"),
        fields.integer("intermediate_size"),
        fields.integer("vocab_size"),
        positions,
        fields.number("rms_norm_eps", 1e-6f),
        RopeFields.read(fields, positions),
        fields.flag("tie_word_embeddings", false),
        attention);
  }

  /** Grouped-query attention. Null for the key and value heads: as many as query heads. */
  private static AttentionShape shape(JsonFields fields, int absentKeyValueHeads, int headDim) {
    int heads = fields.integer("num_attention_heads");
    int keyValueHeads = fields.integer("num_key_value_heads", absentKeyValueHeads, heads);
    return new AttentionShape(heads, keyValueHeads, keyValueHeads, headDim, headDim, 0, 0);
  }

  /** {@code head_dim}, or the hidden size over the heads. */
  private static int dividedHidden(JsonFields fields) {
    if (fields.find("head_dim").isPresent()) {
      return fields.integer("head_dim");
    }
    int heads = fields.integer("num_attention_heads");
    int hidden = fields.integer("hidden_size");
    if (heads <= 0 || hidden % heads != 0) {
      throw new ModelFormatException(
          "hidden_size: %d (expected: a multiple of num_attention_heads %d, or a head_dim)"
              .formatted(hidden, heads));
    }
    return hidden / heads;
  }
}
