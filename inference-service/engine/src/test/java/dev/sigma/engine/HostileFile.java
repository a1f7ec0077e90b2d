package dev.sigma.engine;

import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelDirectory;
import dev.sigma.engine.model.ModelFormatException;
import dev.sigma.engine.model.SafetensorsWriter;
import dev.sigma.engine.text.BpeTokenizer;
import dev.sigma.engine.text.PrefixChatTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Files of a model directory as an attacker may write them, in a directory whose other files are
 * fine. What may come out is a model or a {@link ModelFormatException}, for memory that the file's
 * length justifies. Where two files belong together they are one input, with a zero byte between.
 */
enum HostileFile {
  /** Header and data of the weights. */
  SAFETENSORS {
    @Override
    List<byte[]> seeds() {
      byte[] old = weights("F32").f32("x.rotary_emb.inv_freq", new float[] {1}, 1).bytes();
      return List.of(
          weights("F32").bytes(),
          weights("F16").bytes(),
          weights("BF16").bytes(),
          quantised().bytes(),
          old);
    }

    @Override
    void read(Path folder, byte[] data) throws IOException {
      Files.write(folder.resolve("model.safetensors"), data);
      openAndClose(folder);
    }
  },

  /** {@code model.safetensors.index.json}; the file that the seed names is there. */
  INDEX {
    @Override
    List<byte[]> seeds() {
      StringBuilder map = new StringBuilder();
      for (String name : weights("F32").names()) {
        map.append(map.isEmpty() ? "" : ",").append("\"%s\":\"%s\"".formatted(name, SHARD));
      }
      String index = "{\"metadata\":{\"total_size\":3},\"weight_map\":{" + map + "}}";
      return List.of(utf8(index), utf8("{\"weight_map\":{}}"));
    }

    @Override
    void read(Path folder, byte[] data) throws IOException {
      Files.write(folder.resolve("model.safetensors.index.json"), data);
      openAndClose(folder);
    }
  },

  /** {@code config.json} and {@code generation_config.json}. */
  CONFIG {
    @Override
    List<byte[]> seeds() {
      return List.of(
          utf8(SMALL + "\0{\"eos_token_id\":[0,2]}"), utf8(LLAMA + "\0{\"eos_token_id\":7}"));
    }

    @Override
    void read(Path folder, byte[] data) throws IOException {
      write(folder, data, "config.json", "generation_config.json");
      ModelConfig.read(folder);
    }
  },

  /** {@code tokenizer.json} and {@code tokenizer_config.json}. */
  TOKENIZER {
    @Override
    List<byte[]> seeds() {
      String template = "\0" + TinyModel.TEMPLATE;
      String plain = TinyModel.tokenizer();
      String merges =
          plain
              .replace("\"merges\":[]", "\"merges\":[\"a b\",[\"ab\",\"c\"]]")
              .replace("\"vocab\":{", "\"vocab\":{\"ab\":262,\"abc\":263,");
      String split =
          merges
              .replace(
                  "\"pre_tokenizer\":{",
                  "\"normalizer\":{\"type\":\"NFC\"},\"pre_tokenizer\":{\"type\":\"Sequence\","
                      + "\"pretokenizers\":[{\"type\":\"Split\",\"behavior\":\"Isolated\",\"invert\":false,"
                      + "\"pattern\":{\"Regex\":\"\\\\p{L}+|\\\\p{N}|\\\\s+(?!\\\\S)\"}},{")
              .replace("\"use_regex\":true}", "\"use_regex\":false}]}");
      String parts = "\0" + PARTS;
      return List.of(
          utf8(plain + template),
          utf8(merges + template),
          utf8(split + template),
          utf8(sentencePiece(PREPEND) + parts),
          utf8(sentencePiece(METASPACE) + parts));
    }

    @Override
    void read(Path folder, byte[] data) throws IOException {
      write(folder, data, "tokenizer.json", "tokenizer_config.json");
      BpeTokenizer tokenizer =
          BpeTokenizer.read(folder.resolve("tokenizer.json"), VOCABULARY, Set.of(4));
      int[] ids = tokenizer.encode(TEXT, 100);
      if (!tokenizer.decode(ids).equals(TEXT)) {
        throw new AssertionError("\"%s\" (expected: the text)".formatted(tokenizer.decode(ids)));
      }
      PrefixChatTemplate.read(folder.resolve("tokenizer_config.json"), tokenizer);
    }
  };

  private static final String PARTS =
      """
      {"sigma_chat_template":{"start":["<s>"],"prefix":{"system":[],"user":[{"text":"[INST] "}],
       "assistant":[]},"suffix":{"system":[{"text":"a"}],"user":[],"assistant":["</s>"]},
       "generation":[],"system_in_user":true}}""";
  private static final String PREPEND =
      """
      "pre_tokenizer":null,"normalizer":{"type":"Sequence","normalizers":[
       {"type":"Prepend","prepend":"\u2581"},
       {"type":"Replace","pattern":{"String":" "},"content":"\u2581"}]}""";
  private static final String METASPACE =
      """
      "normalizer":null,"pre_tokenizer":{"type":"Metaspace","replacement":"\u2581",
       "prepend_scheme":"first","split":true}""";

  private static final int VOCABULARY = 300;
  private static final String TEXT = "ab abc é 12\n";
  private static final String SHARD = "a.safetensors";

  /** Allocations for files of any size: buffers, stack traces, messages. */
  private static final long BASE_BYTES = 4L << 20;

  /** Allocations for one byte: a node of a tree, its place in a map, and copies of it. */
  private static final long BYTES_PER_BYTE = 1_000;

  private static final long MOST_NANOS = 5_000_000_000L;
  private static final int LONGEST_MESSAGE = 2_000;

  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final String SMALL =
      """
      {"model_type":"sigma","vocab_size":3,"hidden_size":4,"intermediate_size":2,
       "num_hidden_layers":1,"num_attention_heads":2,"num_key_heads":1,"num_value_heads":1,
       "key_head_dim":2,"value_head_dim":2,"augmented_q_size":0,"selective_v":0,"hidden_act":"silu",
       "rms_norm_eps":1e-5,"rope_theta":10000,"max_position_embeddings":32,
       "tie_word_embeddings":true,"eos_token_id":1}""";

  private static final String LLAMA =
      """
      {"model_type":"llama","vocab_size":32,"hidden_size":64,"intermediate_size":96,
       "num_hidden_layers":2,"num_attention_heads":8,"num_key_value_heads":2,"head_dim":16,
       "rope_parameters":{"rope_type":"default","rope_theta":5e5},"eos_token_id":[2,7],
       "quantization_config":{"quant_method":"compressed-tensors","config_groups":
       {"g":{"weights":{"type":"int","symmetric":true,"group_size":32}}}}}""";

  /** Valid files. */
  abstract List<byte[]> seeds();

  /** Reads {@code data} in the place of this file. */
  abstract void read(Path folder, byte[] data) throws IOException;

  /** Makes {@code folder} a model's, whose files are fine, but for this one, which is missing. */
  void prepare(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("config.json"), SMALL);
      if (this == INDEX) {
        weights("F32").write(folder.resolve(SHARD));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads {@code data} and holds what comes of it to the rules.
   *
   * @return whether it is a model's file
   */
  boolean accepts(Path folder, byte[] data) {
    long justified = BASE_BYTES + BYTES_PER_BYTE * data.length;
    long before = THREADS.getCurrentThreadAllocatedBytes();
    boolean accepted = isRead(folder, data);
    if (THREADS.getCurrentThreadAllocatedBytes() - before > justified) {
      // it may have been the first to need some class
      before = THREADS.getCurrentThreadAllocatedBytes();
      accepted = isRead(folder, data);
      long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
      if (allocated > justified) {
        throw new AssertionError(
            "%d bytes allocated for a file of %d (expected: <= %d)"
                .formatted(allocated, data.length, justified));
      }
    }
    return accepted;
  }

  private boolean isRead(Path folder, byte[] data) {
    long before = THREADS.getCurrentThreadCpuTime();
    try {
      read(folder, data);
      return true;
    } catch (ModelFormatException e) {
      if (e.getMessage() == null || e.getMessage().length() > LONGEST_MESSAGE) {
        throw new AssertionError("a message of no use: " + e.getMessage(), e);
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      took(THREADS.getCurrentThreadCpuTime() - before, data);
    }
  }

  private static void took(long nanos, byte[] data) {
    if (nanos > MOST_NANOS) {
      throw new AssertionError(
          "%d ms of work on a file of %d bytes (expected: <= %d)"
              .formatted(nanos / 1_000_000, data.length, MOST_NANOS / 1_000_000));
    }
  }

  private static void openAndClose(Path folder) {
    ModelDirectory.open(folder).close();
  }

  private static void write(Path folder, byte[] data, String first, String second)
      throws IOException {
    int zero = 0;
    while (zero < data.length && data[zero] != 0) {
      zero++;
    }
    Files.write(folder.resolve(first), Arrays.copyOf(data, zero));
    if (zero < data.length) {
      Files.write(folder.resolve(second), Arrays.copyOfRange(data, zero + 1, data.length));
    } else {
      Files.deleteIfExists(folder.resolve(second));
    }
  }

  private static String sentencePiece(String cutting) {
    StringBuilder vocab = new StringBuilder("\"<s>\":1,\"</s>\":2");
    for (int b = 0; b < 256; b++) {
      vocab.append(",\"<0x%02X>\":%d".formatted(b, 3 + b));
    }
    return """
        {"added_tokens":[{"id":1,"content":"<s>"},{"id":2,"content":"</s>"}],%s,
         "decoder":{"type":"Sequence","decoders":[
         {"type":"Replace","pattern":{"String":"\u2581"},"content":" "},{"type":"ByteFallback"},
         {"type":"Fuse"},{"type":"Strip","content":" ","start":1,"stop":0}]},
         "model":{"type":"BPE","byte_fallback":true,"fuse_unk":true,"merges":["\u2581 a"],
         "vocab":{%s,"\u2581":259,"a":260,"\u2581a":261}}}"""
        .formatted(cutting, vocab);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static SafetensorsWriter weights(String type) {
    SafetensorsWriter tensors = new SafetensorsWriter();
    String layer = "model.layers.0.";
    add(tensors, type, "model.embed_tokens.weight", 3, 4);
    add(tensors, type, layer + "self_attn.q_proj.weight", 4, 4);
    add(tensors, type, layer + "self_attn.k_proj.weight", 2, 4);
    add(tensors, type, layer + "self_attn.v_proj.weight", 2, 4);
    add(tensors, type, layer + "self_attn.o_proj.weight", 4, 4);
    add(tensors, type, layer + "mlp.gate_proj.weight", 2, 4);
    add(tensors, type, layer + "mlp.up_proj.weight", 2, 4);
    add(tensors, type, layer + "mlp.down_proj.weight", 4, 2);
    add(tensors, type, layer + "input_layernorm.weight", 4);
    add(tensors, type, layer + "post_attention_layernorm.weight", 4);
    add(tensors, type, "model.norm.weight", 4);
    return tensors;
  }

  /** With an int8 and an int4 matrix. */
  private static SafetensorsWriter quantised() {
    SafetensorsWriter tensors = weights("F32");
    String key = "model.layers.0.self_attn.k_proj.weight";
    tensors.remove(key).remove("model.embed_tokens.weight");
    tensors.add("model.embed_tokens.weight", "I8", new byte[12], 3, 4);
    tensors.f32("model.embed_tokens.weight_scale", new float[3], 3, 1);
    tensors.add(key + "_packed", "I32", new byte[8], 2, 1);
    tensors.bf16(key + "_scale", new float[2], 2, 1);
    return tensors.i64(key + "_shape", 2, 4);
  }

  private static void add(SafetensorsWriter tensors, String type, String name, long... shape) {
    float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    Arrays.fill(values, 0.5f);
    if (type.equals("F32")) {
      tensors.f32(name, values, shape);
    } else if (type.equals("F16")) {
      tensors.f16(name, values, shape);
    } else {
      tensors.bf16(name, values, shape);
    }
  }
}
