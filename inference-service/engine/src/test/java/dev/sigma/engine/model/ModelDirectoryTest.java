package dev.sigma.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelDirectoryTest {

  private static final String CONFIG =
      """
      {"model_type":"sigma","vocab_size":11,"hidden_size":12,"intermediate_size":20,
       "num_hidden_layers":1,"num_attention_heads":4,"num_key_heads":1,"num_value_heads":2,
       "key_head_dim":2,"value_head_dim":3,"augmented_q_size":6,"selective_v":0,
       "rms_norm_eps":1e-6,"rope_theta":50000,"max_position_embeddings":96,
       "tie_word_embeddings":true,"eos_token_id":4}
      """;
  private static final String Q = "model.layers.0.self_attn.q_proj.weight";

  @TempDir Path folder;

  private final SafetensorsWriter tensors = new SafetensorsWriter();

  @BeforeEach
  void writeModel() throws IOException {
    Files.writeString(folder.resolve("config.json"), CONFIG);
    String layer = "model.layers.0.";
    // Quantised, with a short last group (8 + 4 columns): int8 embedding, int4 q_proj.
    tensors.add("model.embed_tokens.weight", "I8", bytes(11 * 12), 11, 12);
    tensors.bf16("model.embed_tokens.weight_scale", ramp(22), 11, 2);
    tensors.add(Q + "_packed", "I32", bytes(8 * 2 * 4), 8, 2);
    tensors.f32(Q + "_scale", ramp(16), 8, 2);
    tensors.i64(Q + "_shape", 8, 12);
    matrix(layer + "self_attn.q_aug.gate_proj", 6, 8);
    matrix(layer + "self_attn.q_aug.up_proj", 6, 8);
    matrix(layer + "self_attn.q_aug.down_proj", 8, 6);
    matrix(layer + "self_attn.k_proj", 2, 12);
    matrix(layer + "self_attn.v_proj", 6, 12);
    matrix(layer + "self_attn.o_proj", 12, 12);
    matrix(layer + "mlp.gate_proj", 20, 12);
    matrix(layer + "mlp.up_proj", 20, 12);
    tensors.f32(layer + "mlp.down_proj.weight", ramp(240), 12, 20);
    tensors.bf16(layer + "input_layernorm.weight", ramp(12), 12);
    tensors.f32(layer + "post_attention_layernorm.weight", ramp(12), 12);
    tensors.f32("model.norm.weight", ramp(12), 12);
  }

  @Test
  void open_mixedFormats_givesEveryWeightItsShape() {
    write();
    try (ModelDirectory model = ModelDirectory.open(folder)) {
      assertThat(model.endTokens()).containsExactly(4);
      ModelWeights weights = model.weights();
      assertThat(weights.output()).isSameAs(weights.embedding());
      assertThat(weights.embedding().format()).isEqualTo(WeightMatrix.Format.INT8);
      assertThat(weights.embedding().groupSize()).isEqualTo(8);
      ModelWeights.Layer layer = weights.layers().getFirst();
      assertThat(layer.query().format()).isEqualTo(WeightMatrix.Format.INT4);
      assertThat(layer.query().scales()).isEqualTo(ramp(16));
      assertThat(layer.augmentedQuery().orElseThrow().gate().columns()).isEqualTo(8);
      assertThat(layer.value().rows()).isEqualTo(6);
      assertThat(layer.feedForward().down().format()).isEqualTo(WeightMatrix.Format.F32);
      assertThat(layer.attentionNorm()).isEqualTo(ramp(12));
      float[] row = new float[12];
      weights.embedding().readRow(1, row);
      byte[] values = bytes(11 * 12);
      assertThat(row[0]).isEqualTo(values[12] * 2f);
      assertThat(row[11]).isEqualTo(values[23] * 3f);
    }
  }

  @Test
  void open_closed_unmaps() {
    write();
    ModelDirectory model = ModelDirectory.open(folder);
    WeightMatrix embedding = model.weights().embedding();
    model.close();
    assertThatThrownBy(() -> embedding.readRow(0, new float[12]))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void open_untied_readsTheOutput() throws IOException {
    String untied = CONFIG.replace("embeddings\":true", "embeddings\":false");
    Files.writeString(folder.resolve("config.json"), untied);
    assertRefused("lm_head.weight: missing");
    matrix("lm_head", 11, 12);
    write();
    try (ModelDirectory model = ModelDirectory.open(folder)) {
      assertThat(model.weights().output().name()).isEqualTo("lm_head.weight");
    }
  }

  @Test
  void open_eachTensorLeftOut_isNamed() {
    for (String name : tensors.names()) {
      SafetensorsWriter copy = tensors.copyTo(new SafetensorsWriter()).remove(name);
      copy.write(folder.resolve("model.safetensors"));
      assertThatThrownBy(() -> ModelDirectory.open(folder))
          .isInstanceOf(ModelFormatException.class)
          .hasMessageContaining(name.replace("_packed", ""));
    }
  }

  @Test
  void open_eachShapeTurned_isNamedWithFileAndBothShapes() {
    tensors.bf16("model.layers.0.self_attn.v_proj.weight", ramp(72), 12, 6);
    assertRefused(
        "model.safetensors: model.layers.0.self_attn.v_proj.weight: shape [12, 6] (expected: [6, 12])");
  }

  @Test
  void open_f16_isReadAsTheSameValuesInF32() throws IOException {
    String key = "model.layers.0.self_attn.k_proj.weight";
    float[] values = ramp(24);
    tensors.f16(key, values, 2, 12).f16("model.norm.weight", ramp(12), 12);
    write();
    try (ModelDirectory model = ModelDirectory.open(folder)) {
      float[] row = new float[12];
      model.weights().layers().getFirst().key().readRow(1, row);
      assertThat(row).containsExactly(Arrays.copyOfRange(values, 12, 24));
      assertThat(model.weights().finalNorm()).containsExactly(ramp(12));
    }
  }

  @Test
  void open_wrongTypes_areRefused() {
    tensors.add("model.layers.0.self_attn.k_proj.weight", "F64", new byte[192], 2, 12);
    assertRefused("k_proj.weight: dtype F64 (expected: one of [I8, F16, BF16, F32])");
    matrix("model.layers.0.self_attn.k_proj", 2, 12);
    tensors.add("model.norm.weight", "I8", new byte[12], 12);
    assertRefused("model.norm.weight: dtype I8");
  }

  @Test
  void open_badScales_areRefused() {
    float[] scales = ramp(16);
    scales[9] = Float.POSITIVE_INFINITY;
    tensors.f32(Q + "_scale", scales, 8, 2);
    assertRefused("q_proj.weight_scale: value 9 is Infinity (expected: finite)");
    tensors.f32(Q + "_scale", ramp(16), 2, 8);
    assertRefused("q_proj.weight_scale: shape [2, 8] (expected: [8, groups])");
    tensors.f32(Q + "_scale", ramp(40), 8, 5);
    assertRefused("q_proj.weight_scale: 5 groups");
    tensors.f32(Q + "_scale", new float[0], 8, 0);
    assertRefused("q_proj.weight_scale: 0 groups");
    tensors.f32(Q + "_scale", ramp(16), 8, 2).i64(Q + "_shape", 12, 8);
    assertRefused("q_proj.weight_shape: [12, 8] (expected: [8, 12])");
  }

  @Test
  void open_scaleGroups_oneSizePerShape() {
    // 12 columns: 1 group is any size above 11, 3 groups are 4 columns each.
    tensors.f32(Q + "_scale", ramp(24), 8, 3);
    write();
    try (ModelDirectory model = ModelDirectory.open(folder)) {
      assertThat(model.weights().layers().getFirst().query().groupSize()).isEqualTo(4);
    }
  }

  @Test
  void open_declaredGroupSize_mustMatch() throws IOException {
    String quantization =
        ",\"quantization_config\":{\"config_groups\":{\"a\":{\"weights\":{\"group_size\":%d}}}}}";
    String open = CONFIG.strip().replaceFirst("}$", "");
    Files.writeString(folder.resolve("config.json"), open + quantization.formatted(6));
    write();
    try (ModelDirectory model = ModelDirectory.open(folder)) {
      assertThat(model.weights().embedding().groupSize()).isEqualTo(6);
    }
    Files.writeString(folder.resolve("config.json"), open + quantization.formatted(4));
    assertRefused("weight_scale: 2 groups (expected: 3, of 4 columns each)");
  }

  @Test
  void open_tensorThatNothingUses_isRefused() {
    tensors.f32("model.layers.0.self_attn.q_proj.bias", ramp(8), 8);
    assertRefused("1 unexpected tensors: [model.layers.0.self_attn.q_proj.bias]");
  }

  @Test
  void open_biasesThatTheConfigAsksFor_areReadAndMissedByName() throws IOException {
    grouped("qwen2", "");
    String attention = "model.layers.0.self_attn.";
    assertRefused(attention + "q_proj.bias: missing");
    tensors.bf16(attention + "q_proj.bias", ramp(12), 12);
    tensors.add(attention + "k_proj.bias", "F16", new byte[12], 6);
    tensors.f32(attention + "v_proj.bias", ramp(6), 6);
    write();
    try (ModelDirectory model = ModelDirectory.open(folder)) {
      ModelWeights.Biases biases = model.weights().layers().getFirst().biases().orElseThrow();
      assertThat(biases.query()).isEqualTo(ramp(12));
      assertThat(biases.key()).isEqualTo(new float[6]);
      assertThat(biases.value()).isEqualTo(ramp(6));
      assertThat(model.weights().layers().getFirst().headNorms()).isEmpty();
    }
    tensors.f32(attention + "o_proj.bias", ramp(12), 12);
    assertRefused("1 unexpected tensors: [" + attention + "o_proj.bias]");
    tensors.remove(attention + "o_proj.bias").f32(attention + "v_proj.bias", ramp(5), 5);
    assertRefused("v_proj.bias: shape [5] (expected: [6])");
  }

  @Test
  void open_headNormsThatTheConfigAsksFor_areReadAndMissedByName() throws IOException {
    grouped("qwen3", ",\"head_dim\":6");
    String attention = "model.layers.0.self_attn.";
    assertRefused(attention + "q_norm.weight: missing");
    tensors.f32(attention + "q_norm.weight", ramp(6), 6);
    tensors.bf16(attention + "k_norm.weight", ramp(6), 6);
    write();
    try (ModelDirectory model = ModelDirectory.open(folder)) {
      ModelWeights.HeadNorms norms = model.weights().layers().getFirst().headNorms().orElseThrow();
      assertThat(norms.query()).isEqualTo(ramp(6));
      assertThat(norms.key()).isEqualTo(ramp(6));
      assertThat(model.weights().layers().getFirst().biases()).isEmpty();
    }
    Files.writeString(
        folder.resolve("config.json"),
        Files.readString(folder.resolve("config.json")).replace("qwen3", "llama"));
    assertRefused("2 unexpected tensors: [%sk_norm.weight".formatted(attention));
  }

  /** A model of one layer, two query heads and a key and value head of 6 each. */
  private void grouped(String family, String more) throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"model_type":"%s","vocab_size":11,"hidden_size":12,"intermediate_size":20,
         "num_hidden_layers":1,"num_attention_heads":2,"num_key_value_heads":1,
         "tie_word_embeddings":true%s}
        """
            .formatted(family, more));
    String attention = "model.layers.0.self_attn.";
    for (String name : tensors.names().toArray(String[]::new)) {
      if (name.startsWith(attention)) {
        tensors.remove(name);
      }
    }
    matrix(attention + "q_proj", 12, 12);
    matrix(attention + "k_proj", 6, 12);
    matrix(attention + "v_proj", 6, 12);
    matrix(attention + "o_proj", 12, 12);
  }

  @Test
  void open_tiedWithAnOutputOrOldRotaryTable_isFine() {
    matrix("lm_head", 11, 12);
    tensors.f32("model.layers.0.self_attn.rotary_emb.inv_freq", ramp(1), 1);
    write();
    ModelDirectory.open(folder).close();
  }

  @Test
  void open_sharded_readsWhatTheIndexNames() throws IOException {
    writeShards("model-00002-of-00002.safetensors");
    String whole;
    try (ModelDirectory model = ModelDirectory.open(folder)) {
      assertThat(model.weights().finalNorm()).isEqualTo(ramp(12));
      whole = model.digest();
    }
    Path second = folder.resolve("model-00002-of-00002.safetensors");
    new SafetensorsWriter().f32("model.norm.weight", new float[12], 12).write(second);
    try (ModelDirectory model = ModelDirectory.open(folder)) {
      assertThat(model.digest()).isNotEqualTo(whole);
    }
    new SafetensorsWriter().f32("other", new float[12], 12).write(second);
    assertThatThrownBy(() -> ModelDirectory.open(folder))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("model.norm.weight: not in model-00002-of-00002.safetensors");
    Files.delete(second);
    assertThatThrownBy(() -> ModelDirectory.open(folder))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("model-00002-of-00002.safetensors: missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../model.safetensors",
        "/etc/passwd",
        "..",
        "a/b.safetensors",
        "a\\\\b.safetensors",
        ".hidden.safetensors",
        "model.bin",
        "",
        "m\\u0000.safetensors"
      })
  void open_indexThatLeavesTheDirectory_isRefused(String file) throws IOException {
    writeShards(file);
    assertThatThrownBy(() -> ModelDirectory.open(folder))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("model.norm.weight: file")
        .hasMessageContaining("plain name");
  }

  @Test
  void open_noWeightsOrNoDirectory_saysWhatIsExpected() throws IOException {
    assertThatThrownBy(() -> ModelDirectory.open(folder))
        .hasMessageContaining("no weights (expected: model.safetensors or");
    assertThatThrownBy(() -> ModelDirectory.open(folder.resolve("none")))
        .isInstanceOf(ModelFormatException.class);
    Files.writeString(folder.resolve("model.safetensors.index.json"), "{\"weight_map\":[]}");
    assertThatThrownBy(() -> ModelDirectory.open(folder))
        .hasMessageContaining("weight_map missing");
  }

  @Test
  void digest_anyFileChanged_differs() throws IOException {
    write();
    Files.writeString(folder.resolve("README.md"), "not part of it");
    try (ModelDirectory model = ModelDirectory.open(folder)) {
      String before = model.digest();
      assertThat(before).matches("[0-9a-f]{64}").isEqualTo(model.digest());
      Files.writeString(model.tokenizerFile(), "{}");
      String withTokenizer = model.digest();
      Files.move(model.tokenizerFile(), model.tokenizerConfigFile());
      String withTemplate = model.digest();
      assertThat(Arrays.asList(before, withTokenizer, withTemplate)).doesNotHaveDuplicates();
    }
  }

  @Test
  void open_mutatedFiles_giveOnlyFormatErrors() throws IOException {
    byte[] valid = tensors.bytes();
    Random random = new Random(7);
    Path file = folder.resolve("model.safetensors");
    int refused = 0;
    for (int round = 0; round < 1500; round++) {
      byte[] mutated = valid.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      }
      if (random.nextInt(4) == 0) {
        mutated = Arrays.copyOf(mutated, random.nextInt(mutated.length));
      }
      Files.write(file, mutated);
      try (ModelDirectory model = ModelDirectory.open(folder)) {
        model.weights().embedding().readRow(10, new float[12]);
      } catch (ModelFormatException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(500, 1499);
  }

  private void assertRefused(String message) {
    write();
    assertThatThrownBy(() -> ModelDirectory.open(folder))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining(message);
  }

  private void write() {
    tensors.write(folder.resolve("model.safetensors"));
  }

  /** All but the last tensor in one file, the last in another. */
  private void writeShards(String second) throws IOException {
    StringBuilder map = new StringBuilder();
    for (String name : tensors.names()) {
      boolean last = name.equals("model.norm.weight");
      map.append(map.isEmpty() ? "" : ",")
          .append("\"%s\":\"%s\"".formatted(name, last ? second : "model-1.safetensors"));
    }
    Files.writeString(
        folder.resolve("model.safetensors.index.json"), "{\"weight_map\":{" + map + "}}");
    new SafetensorsWriter()
        .f32("model.norm.weight", ramp(12), 12)
        .write(folder.resolve("model-00002-of-00002.safetensors"));
    tensors.remove("model.norm.weight").write(folder.resolve("model-1.safetensors"));
  }

  private void matrix(String name, int rows, int columns) {
    tensors.bf16(name + ".weight", ramp(rows * columns), rows, columns);
  }

  /** 0, 1, 2, ..., each exact in bf16. */
  private static float[] ramp(int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = i % 128;
    }
    return values;
  }

  private static byte[] bytes(int length) {
    byte[] values = new byte[length];
    new Random(length).nextBytes(values);
    return values;
  }
}
