package dev.sigma.engine;

import dev.sigma.engine.model.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A model directory for tests: the bundled model's control tokens, bytes, random weights. */
final class TinyModel {

  private static final String[] CONTROL = {
    "<|endoftext|>", "<|system|>", "<|user|>", "<|assistant|>", "<|end|>", "<|pad|>"
  };
  private static final int VOCABULARY = CONTROL.length + 256;
  private static final int HIDDEN = 16;
  private static final int INNER = 24;

  private static final String CONFIG =
      """
      {"model_type":"sigma","vocab_size":%d,"hidden_size":16,"intermediate_size":24,
       "num_hidden_layers":1,"num_attention_heads":4,"num_key_heads":1,"num_value_heads":2,
       "key_head_dim":4,"value_head_dim":6,"augmented_q_size":0,"selective_v":0,
       "rms_norm_eps":1e-5,"rope_theta":10000,"max_position_embeddings":256,
       "tie_word_embeddings":true,"bos_token_id":null,"eos_token_id":[0,4]}
      """
          .formatted(VOCABULARY);

  static final String TEMPLATE =
      """
      {"sigma_chat_template":{"prefix":{"system":"<|system|>","user":"<|user|>",
       "assistant":"<|assistant|>"},"suffix":"<|end|>","generation":"<|assistant|>"}}
      """;

  private TinyModel() {}

  static Path write(Path folder, long seed) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("config.json"), CONFIG);
    Files.writeString(folder.resolve("tokenizer_config.json"), TEMPLATE);
    Files.writeString(folder.resolve("tokenizer.json"), tokenizer());
    SplittableRandom random = new SplittableRandom(seed);
    SafetensorsWriter tensors = new SafetensorsWriter();
    String layer = "model.layers.0.";
    add(tensors, random, "model.embed_tokens.weight", VOCABULARY, HIDDEN);
    add(tensors, random, layer + "self_attn.q_proj.weight", 16, HIDDEN);
    add(tensors, random, layer + "self_attn.k_proj.weight", 4, HIDDEN);
    add(tensors, random, layer + "self_attn.v_proj.weight", 12, HIDDEN);
    add(tensors, random, layer + "self_attn.o_proj.weight", HIDDEN, 24);
    add(tensors, random, layer + "mlp.gate_proj.weight", INNER, HIDDEN);
    add(tensors, random, layer + "mlp.up_proj.weight", INNER, HIDDEN);
    add(tensors, random, layer + "mlp.down_proj.weight", HIDDEN, INNER);
    add(tensors, random, layer + "input_layernorm.weight", HIDDEN);
    add(tensors, random, layer + "post_attention_layernorm.weight", HIDDEN);
    add(tensors, random, "model.norm.weight", HIDDEN);
    tensors.write(folder.resolve("model.safetensors"));
    return folder;
  }

  private static void add(
      SafetensorsWriter tensors, SplittableRandom random, String name, long... shape) {
    int size = 1;
    for (long dim : shape) {
      size *= (int) dim;
    }
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (random.nextDouble() - 0.5);
    }
    tensors.f32(name, values, shape);
  }

  static String tokenizer() {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    ArrayNode added = root.putArray("added_tokens");
    for (int id = 0; id < CONTROL.length; id++) {
      added.addObject().put("id", id).put("content", CONTROL[id]).put("special", true);
    }
    root.putObject("pre_tokenizer")
        .put("type", "ByteLevel")
        .put("add_prefix_space", false)
        .put("use_regex", true);
    root.putObject("decoder").put("type", "ByteLevel");
    ObjectNode model = root.putObject("model").put("type", "BPE");
    model.putArray("merges");
    ObjectNode vocab = model.putObject("vocab");
    int unprintable = 0;
    for (int b = 0; b < 256; b++) {
      boolean plain = (b >= '!' && b <= '~') || (b >= 0xA1 && b != 0xAD);
      char written = (char) (plain ? b : 256 + unprintable++); // GPT-2's byte alphabet
      vocab.put(String.valueOf(written), CONTROL.length + b);
    }
    return root.toString();
  }
}
