package dev.sigma.benchmarks.cpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One random model in every contender's format, made once and kept.
 *
 * @param sigma a model directory of this engine
 * @param gguf a GGUF file
 * @param jlama a model directory of Jlama
 */
record ModelFiles(Path sigma, Path gguf, Path jlama) {

  private static final long SEED = 1;

  /** Stands in the folder's name: models of other writers are not taken. */
  private static final int VERSION = 2;

  private static final String WEIGHTS = "model.safetensors";

  /** The model's files in {@code folder}, written now unless they are there. */
  static ModelFiles prepare(Path folder, ModelShape shape) throws IOException {
    Path model = folder(folder, shape);
    Path complete = model.resolve("complete");
    ModelFiles files = in(model);
    if (!Files.exists(complete)) {
      files.write(shape, new RandomWeights(SEED));
      Files.writeString(complete, "");
    }
    return files;
  }

  static Path folder(Path folder, ModelShape shape) {
    return folder.resolve("%s-v%d".formatted(shape.name(), VERSION));
  }

  static ModelFiles in(Path model) {
    return new ModelFiles(
        model.resolve("sigma"), model.resolve("model.gguf"), model.resolve("jlama"));
  }

  void write(ModelShape shape, RandomWeights weights) throws IOException {
    Files.createDirectories(sigma);
    Files.createDirectories(jlama);
    ObjectNode config = config(shape);
    ObjectNode withIds = config.deepCopy();
    withIds.put("bos_token_id", DummyTokenizer.CONTROL_ID);
    withIds.put("eos_token_id", DummyTokenizer.CONTROL_ID);
    json(jlama.resolve("config.json"), withIds);
    json(sigma.resolve("config.json"), config.deepCopy().setAll(quantization()));
    DummyTokenizer.write(sigma);
    DummyTokenizer.write(jlama);
    SafetensorsFile.write(sigma.resolve(WEIGHTS), shape, weights, MatrixEncoding.INT8);
    SafetensorsFile.write(jlama.resolve(WEIGHTS), shape, weights, MatrixEncoding.JLAMA_Q4);
    GgufFile.write(gguf, shape, weights);
  }

  private static ObjectNode config(ModelShape shape) {
    ObjectNode config = JsonMapper.shared().createObjectNode();
    config.putArray("architectures").add("LlamaForCausalLM");
    return config
        .put("model_type", "llama")
        .put("vocab_size", shape.vocabulary())
        .put("hidden_size", shape.hidden())
        .put("intermediate_size", shape.feedForward())
        .put("num_hidden_layers", shape.layers())
        .put("num_attention_heads", shape.heads())
        .put("num_key_value_heads", shape.keyValueHeads())
        .put("max_position_embeddings", shape.positions())
        .put("rms_norm_eps", ModelShape.NORM_EPSILON)
        .put("rope_theta", ModelShape.ROPE_THETA)
        .put("hidden_act", "silu")
        .put("tie_word_embeddings", false);
  }

  private static ObjectNode quantization() {
    ObjectNode all = JsonMapper.shared().createObjectNode();
    ObjectNode settings = all.putObject("quantization_config");
    settings.put("quant_method", "compressed-tensors");
    settings.put("format", "int-quantized");
    settings.put("quantization_status", "compressed");
    ObjectNode group = settings.putObject("config_groups").putObject("all");
    group.putArray("targets").add("Linear").add("Embedding");
    group
        .putObject("weights")
        .put("num_bits", 8)
        .put("type", "int")
        .put("symmetric", true)
        .put("strategy", "group")
        .put("group_size", ModelTensor.GROUP);
    return all;
  }

  private static void json(Path file, ObjectNode content) throws IOException {
    Files.writeString(file, JsonMapper.shared().writeValueAsString(content));
  }
}
