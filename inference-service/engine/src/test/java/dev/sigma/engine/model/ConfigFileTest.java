package dev.sigma.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {

  private static final String SIGMA =
      """
      {"architectures":["SigmaForCausalLM"],"model_type":"sigma","vocab_size":131,"hidden_size":64,
       "intermediate_size":96,"num_hidden_layers":2,"num_attention_heads":8,"num_key_heads":1,
       "num_value_heads":4,"key_head_dim":6,"value_head_dim":10,"augmented_q_size":72,
       "selective_v":5,"rms_norm_eps":1e-06,"rope_theta":50000.0,"max_position_embeddings":96,
       "tie_word_embeddings":true,"hidden_act":"silu","bos_token_id":null,"eos_token_id":4}
      """;

  private static final String LLAMA =
      """
      {"model_type":"llama","vocab_size":32000,"hidden_size":64,"intermediate_size":96,
       "num_hidden_layers":2,"num_attention_heads":8,"eos_token_id":[2,7]}
      """;

  @TempDir Path folder;

  @Test
  void read_sigma_takesEveryKey() throws IOException {
    ConfigFile file = read(SIGMA);
    assertThat(file.config())
        .isEqualTo(
            new ModelConfig(
                "sigma",
                2,
                64,
                96,
                131,
                96,
                1e-6f,
                Rope.unscaled(50_000),
                true,
                new AttentionShape(8, 1, 4, 6, 10, 72, 5)));
    assertThat(file.endTokens()).containsExactly(4);
    assertThat(file.groupSize()).isEmpty();
    assertThat(ModelConfig.read(folder)).isEqualTo(file.config());
    assertThat(ModelConfig.read(folder.resolve("config.json"))).isEqualTo(file.config());
  }

  @Test
  void read_llama_absentKeysMeanWhatTheyMeanThere() throws IOException {
    ConfigFile file = read(LLAMA);
    assertThat(file.config())
        .isEqualTo(
            new ModelConfig(
                "llama",
                2,
                64,
                96,
                32000,
                2048,
                1e-6f,
                Rope.unscaled(10_000),
                false,
                new AttentionShape(8, 8, 8, 8, 8, 0, 0)));
    assertThat(file.endTokens()).containsExactly(2, 7);
    ModelConfig more =
        read(with(
                LLAMA,
                "\"num_key_value_heads\":2,\"head_dim\":16,\"rope_scaling\":null,"
                    + "\"rope_parameters\":{\"rope_type\":\"default\",\"rope_theta\":500000.0},"
                    + "\"attention_bias\":false,\"mlp_bias\":false,\"sliding_window\":null"))
            .config();
    assertThat(more.attention()).isEqualTo(new AttentionShape(8, 2, 2, 16, 16, 0, 0));
    assertThat(more.rope()).isEqualTo(Rope.unscaled(500_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "attention_bias":true                             | attention_bias: true (expected: false
          "mlp_bias":true                                   | mlp_bias: true
          "hidden_act":"gelu"                               | hidden_act: "gelu" (expected: silu
          "sliding_window":4096                             | sliding_window: 4096 (expected: null
          "partial_rotary_factor":0.5                       | partial_rotary_factor: 0.5
          "layer_types":["full_attention","sliding_attention"] | layer_types: ["full_attention","sliding_attention"] (expected: full_attention for each of 2 layers
          "num_local_experts":8                             | num_local_experts: 8 (expected: null
          "attn_logit_softcapping":50.0                     | attn_logit_softcapping: 50.0
          "rope_scaling":{"rope_type":"llama3","factor":8}  | rope_scaling.low_freq_factor: missing (expected: a number
          "rope_scaling":{"rope_type":"llama3","factor":8,"low_freq_factor":4,"high_freq_factor":4} | low_freq_factor and high_freq_factor: 4.0 and 4.0
          "rope_scaling":{"rope_type":"llama3","factor":8,"low_freq_factor":1,"high_freq_factor":4,"original_max_position_embeddings":0} | original_max_position_embeddings: 0
          "rope_scaling":{"type":"linear"}                  | rope_scaling.factor: missing
          "rope_scaling":{"type":"linear","factor":0.5}     | factor: 0.5 (expected: 1 to 1e6
          "rope_scaling":{"type":"linear","factor":2,"beta_fast":32} | rope_scaling.beta_fast: 32 (expected: no such key beside this rope_type
          "rope_scaling":{"factor":2}                       | rope_scaling.factor: 2
          "rope_scaling":{"type":7}                         | rope_scaling.type: 7 (expected: a string
          "rope_scaling":"linear"                           | rope_scaling: "linear" (expected: an object
          "rope_scaling":{"type":"dynamic","factor":2}      | rope_scaling.type: "dynamic" (expected: default, linear or llama3
          "rope_parameters":{"rope_type":"yarn"}            | rope_parameters.rope_type: "yarn" (expected: default, linear or llama3
          "rope_parameters":{"full_attention":{"rope_type":"default"}} | rope_parameters.full_attention
          "rope_parameters":{"partial_rotary_factor":0.25}  | rope_parameters.partial_rotary_factor: 0.25 (expected: 1.0
          "rope_parameters":{"rope_theta":1e6},"rope_scaling":{"type":"default"} | rope_scaling: {"type":"default"} (expected: null beside rope_parameters
          "head_dim":7                                      | keyDim: 7 (expected: an even number
          "num_key_value_heads":3                           | queryHeads: 8 (expected: a multiple of keyHeads 3
          "rope_theta":"x"                                  | rope_theta: "x" (expected: a number)
          "rope_theta":1e999                                | ropeTheta: Infinity
          "tie_word_embeddings":1                           | tie_word_embeddings: 1 (expected: true or false)
          "num_attention_heads":9                           | Duplicate
          "quantization_config":{"quant_method":"gptq"}     | quantization_config.quant_method: "gptq" (expected: compressed-tensors
          "quantization_config":{"config_groups":{"g":{"weights":{"symmetric":false}}}} | quantization_config.config_groups.g.weights.symmetric: false
          "quantization_config":{"config_groups":{"g":{"weights":{"actorder":"group"}}}} | weights.actorder
          """)
  void read_whatIsNotSupported_saysSo(String extra, String message) {
    assertThatThrownBy(() -> read(with(LLAMA, extra)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("config.json: ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "model_type":"sigma"            | "model_type":"mamba"            | model_type: mamba (expected: sigma, llama, mistral, qwen2 or qwen3)
          "model_type":"sigma",           | ``                              | model_type: missing
          "vocab_size":131                | "vocab_size":-1                 | vocabulary: -1 (expected: 1 to 4194304)
          "vocab_size":131                | "vocab_size":2147483647         | vocabulary: 2147483647
          "vocab_size":131                | "vocab_size":9999999999         | vocab_size: 9999999999 (expected: a 32-bit integer)
          "vocab_size":131                | "vocab_size":131.5              | vocab_size: 131.5
          "vocab_size":131,               | ``                              | vocab_size: missing (expected: an integer)
          "hidden_size":64                | "hidden_size":0                 | hidden: 0
          "num_hidden_layers":2           | "num_hidden_layers":100000      | layers: 100000 (expected: 1 to 1024)
          "num_attention_heads":8         | "num_attention_heads":100000    | queryHeads: 100000
          "key_head_dim":6                | "key_head_dim":5                | keyDim: 5
          "num_value_heads":4             | "num_value_heads":3             | queryHeads: 8
          "selective_v":5                 | "selective_v":-5                | selectiveValues: -5
          "augmented_q_size":72,          | ``                              | augmented_q_size: missing
          "rms_norm_eps":1e-06            | "rms_norm_eps":0                | rmsEpsilon: 0.0
          "max_position_embeddings":96    | "max_position_embeddings":null  | max_position_embeddings: missing
          "tie_word_embeddings":true,     | ``                              | tie_word_embeddings: missing
          "eos_token_id":4                | "eos_token_id":131              | eos_token_id: 131 (expected: ids from 0 to 130)
          "eos_token_id":4                | "eos_token_id":[4,-1]           | eos_token_id: [4,-1]
          "eos_token_id":4                | "eos_token_id":"4"              | eos_token_id: "4" (expected: an integer
          """)
  void read_valueThatIsWrong_saysWhichAndWhatWasExpected(
      String old, String replacement, String message) {
    assertThat(SIGMA).contains(old);
    String config = SIGMA.replace(old, replacement == null ? "" : replacement);
    assertThatThrownBy(() -> read(config))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("config.json: ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "{", "{}{}", "\u0000", "{\"model_type\":[[[[1]]]]}"})
  void read_notAConfig_isAFormatError(String config) {
    assertThatThrownBy(() -> read(config)).isInstanceOf(ModelFormatException.class);
  }

  @Test
  void read_deepNestingOrOversize_isAFormatError() {
    assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(10_000)))
        .isInstanceOf(ModelFormatException.class);
    assertThatThrownBy(() -> read(" ".repeat(1 << 20) + SIGMA)).hasMessageContaining("at most");
    assertThatThrownBy(() -> ConfigFile.read(folder.resolve("none.json")))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("missing");
  }

  @Test
  void read_generationConfig_addsItsEndTokens() throws IOException {
    Path generation = folder.resolve("generation_config.json");
    Files.writeString(generation, "{\"eos_token_id\":[9,4]}");
    assertThat(read(SIGMA).endTokens()).containsExactly(4, 9);
    Files.writeString(generation, "{\"eos_token_id\":131}");
    assertThatThrownBy(() -> read(SIGMA)).hasMessageContaining("generation_config.json: eos_token");
  }

  @Test
  void read_quantization_oneSizeIsDeclared_severalAreNot() throws IOException {
    String groups =
        "\"quantization_config\":{\"quant_method\":\"compressed-tensors\",\"config_groups\":{"
            + "\"a\":{\"weights\":{\"num_bits\":4,\"type\":\"int\",\"symmetric\":true,\"group_size\":48}},"
            + "\"b\":{\"weights\":{\"group_size\":%d}}}}";
    assertThat(read(with(LLAMA, groups.formatted(48))).groupSize()).isEqualTo(OptionalInt.of(48));
    assertThat(read(with(LLAMA, groups.formatted(32))).groupSize()).isEmpty();
  }

  private static String with(String config, String more) {
    return config.strip().replaceFirst("}$", "") + "," + more + "}";
  }

  private ConfigFile read(String config) throws IOException {
    Files.writeString(folder.resolve("config.json"), config);
    return ConfigFile.read(folder);
  }
}
