package dev.sigma.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configs as public models have them, and what absent keys mean to each family. */
class FamiliesTest {

  /** Llama-3.2-1B's. */
  private static final String LLAMA =
      """
      {"architectures":["LlamaForCausalLM"],"attention_bias":false,"attention_dropout":0.0,
       "bos_token_id":128000,"eos_token_id":128001,"head_dim":64,"hidden_act":"silu",
       "hidden_size":2048,"initializer_range":0.02,"intermediate_size":8192,
       "max_position_embeddings":131072,"mlp_bias":false,"model_type":"llama",
       "num_attention_heads":32,"num_hidden_layers":16,"num_key_value_heads":8,
       "pretraining_tp":1,"rms_norm_eps":1e-05,
       "rope_scaling":{"factor":32.0,"high_freq_factor":4.0,"low_freq_factor":1.0,
       "original_max_position_embeddings":8192,"rope_type":"llama3"},"rope_theta":500000.0,
       "tie_word_embeddings":true,"torch_dtype":"bfloat16","use_cache":true,"vocab_size":128256}
      """;

  /** Qwen2.5-0.5B's. */
  private static final String QWEN2 =
      """
      {"architectures":["Qwen2ForCausalLM"],"attention_dropout":0.0,"bos_token_id":151643,
       "eos_token_id":151643,"hidden_act":"silu","hidden_size":896,"initializer_range":0.02,
       "intermediate_size":4864,"max_position_embeddings":32768,"max_window_layers":24,
       "model_type":"qwen2","num_attention_heads":14,"num_hidden_layers":24,
       "num_key_value_heads":2,"rms_norm_eps":1e-06,"rope_theta":1000000.0,
       "sliding_window":32768,"tie_word_embeddings":true,"torch_dtype":"bfloat16",
       "use_cache":true,"use_mrope":false,"use_sliding_window":false,"vocab_size":151936}
      """;

  /** Qwen3-0.6B's. */
  private static final String QWEN3 =
      """
      {"architectures":["Qwen3ForCausalLM"],"attention_bias":false,"attention_dropout":0.0,
       "bos_token_id":151643,"eos_token_id":151645,"head_dim":128,"hidden_act":"silu",
       "hidden_size":1024,"initializer_range":0.02,"intermediate_size":3072,
       "max_position_embeddings":40960,"max_window_layers":28,"model_type":"qwen3",
       "num_attention_heads":16,"num_hidden_layers":28,"num_key_value_heads":8,
       "rms_norm_eps":1e-06,"rope_scaling":null,"rope_theta":1000000,"sliding_window":null,
       "tie_word_embeddings":true,"torch_dtype":"bfloat16","use_cache":true,
       "use_sliding_window":false,"vocab_size":151936}
      """;

  /** Mistral-7B-v0.1's. */
  private static final String MISTRAL =
      """
      {"architectures":["MistralForCausalLM"],"bos_token_id":1,"eos_token_id":2,
       "hidden_act":"silu","hidden_size":4096,"initializer_range":0.02,
       "intermediate_size":14336,"max_position_embeddings":32768,"model_type":"mistral",
       "num_attention_heads":32,"num_hidden_layers":32,"num_key_value_heads":8,
       "rms_norm_eps":1e-05,"rope_theta":10000.0,"sliding_window":4096,
       "tie_word_embeddings":false,"torch_dtype":"bfloat16","use_cache":true,"vocab_size":32000}
      """;

  @TempDir Path folder;

  @Test
  void read_llama32_hasScaledFrequencies() throws IOException {
    assertThat(read(LLAMA))
        .isEqualTo(
            new ModelConfig(
                "llama",
                16,
                2048,
                8192,
                128_256,
                131_072,
                1e-5f,
                new Rope(500_000, new Rope.Scaling.Llama3(32, 1, 4, 8192)),
                true,
                new AttentionShape(32, 8, 8, 64, 64, 0, 0)));
  }

  @Test
  void read_qwen25_hasBiasesAndNoWindow() throws IOException {
    assertThat(read(QWEN2))
        .isEqualTo(
            new ModelConfig(
                "qwen2",
                24,
                896,
                4864,
                151_936,
                32_768,
                1e-6f,
                Rope.unscaled(1_000_000),
                true,
                new AttentionShape(14, 2, 2, 64, 64, 0, 0).withBiases()));
  }

  @Test
  void read_qwen3_hasHeadNormsAndItsOwnHeadDim() throws IOException {
    assertThat(read(QWEN3))
        .isEqualTo(
            new ModelConfig(
                "qwen3",
                28,
                1024,
                3072,
                151_936,
                40_960,
                1e-6f,
                Rope.unscaled(1_000_000),
                true,
                new AttentionShape(16, 8, 8, 128, 128, 0, 0).withHeadNorms()));
  }

  @Test
  void read_mistral01_hasAWindow() throws IOException {
    assertThat(read(MISTRAL))
        .isEqualTo(
            new ModelConfig(
                "mistral",
                32,
                4096,
                14_336,
                32_000,
                32_768,
                1e-5f,
                Rope.unscaled(10_000),
                false,
                new AttentionShape(32, 8, 8, 128, 128, 0, 0).withSlidingWindow(4096)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          llama   | 32 | 32 | 2048   | 0
          mistral | 8  | 32 | 131072 | 4096
          qwen2   | 32 | 32 | 32768  | 0
          qwen3   | 32 | 128 | 32768 | 0
          """)
  void read_absentKeys_meanWhatTheyMeanToTheFamily(
      String family, int keyValueHeads, int headDim, int positions, int window) throws IOException {
    ModelConfig config = read(sizes(family));
    assertThat(config.attention().keyHeads()).isEqualTo(keyValueHeads);
    assertThat(config.attention().keyDim()).isEqualTo(headDim);
    assertThat(config.maxPositions()).isEqualTo(positions);
    assertThat(config.attention().slidingWindow()).isEqualTo(window);
    assertThat(config.rope()).isEqualTo(Rope.unscaled(10_000));
    assertThat(config.rmsEpsilon()).isEqualTo(1e-6f);
    assertThat(config.tiedEmbeddings()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"llama", "mistral", "qwen2", "qwen3"})
  void read_nullKeyValueHeads_areAsManyAsQueryHeads(String family) throws IOException {
    String config = sizes(family).replace("heads\":32", "heads\":64");
    ModelConfig read = read(with(config, "\"num_key_value_heads\":null"));
    assertThat(read.attention().keyHeads()).isEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          mistral | "sliding_window":null                                       | 0
          mistral | "sliding_window":9                                          | 9
          mistral | "sliding_window":9,"layer_types":["sliding_attention","sliding_attention"] | 9
          mistral | "sliding_window":null,"layer_types":["full_attention","full_attention"] | 0
          qwen2   | "sliding_window":9                                          | 0
          qwen2   | "use_sliding_window":true,"sliding_window":9                | 0
          qwen2   | "use_sliding_window":true,"sliding_window":9,"max_window_layers":2 | 0
          qwen2   | "use_sliding_window":true,"sliding_window":9,"max_window_layers":0 | 9
          qwen2   | "use_sliding_window":true,"sliding_window":null,"max_window_layers":0 | 0
          qwen2   | "use_sliding_window":true,"max_window_layers":0             | 4096
          qwen3   | "use_sliding_window":true,"sliding_window":9,"layer_types":["sliding_attention","sliding_attention"] | 9
          qwen3   | "use_sliding_window":true,"sliding_window":9,"layer_types":["full_attention","full_attention"],"max_window_layers":0 | 0
          qwen3   | "layer_types":["full_attention","full_attention"]           | 0
          """)
  void read_window_isThatOfAllLayers(String family, String keys, int window) throws IOException {
    assertThat(read(with(sizes(family), keys)).attention().slidingWindow()).isEqualTo(window);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          mistral | "sliding_window":0                | sliding_window: 0 (expected: at least 1, or null
          mistral | "layer_types":["full_attention","sliding_attention"] | layer_types: ["full_attention","sliding_attention"] (expected: sliding_attention for each of 2 layers
          mistral | "attention_bias":true             | attention_bias: true (expected: false
          qwen2   | "use_mrope":true                  | use_mrope: true (expected: false
          qwen2   | "mlp_bias":true                   | mlp_bias: true (expected: false
          qwen2   | "use_sliding_window":true,"max_window_layers":1 | max_window_layers: 1 (expected: 0, or at least num_hidden_layers 2
          qwen2   | "use_sliding_window":true,"layer_types":["full_attention","sliding_attention"] | layer_types: ["full_attention","sliding_attention"] (expected: sliding_attention for each of 2 layers
          qwen2   | "layer_types":["sliding_attention","sliding_attention"] | (expected: full_attention for each of 2 layers
          qwen2   | "layer_types":["full_attention"]  | layer_types: ["full_attention"] (expected: full_attention for each of 2 layers
          qwen2   | "layer_types":"full_attention"    | layer_types: "full_attention"
          qwen2   | "use_sliding_window":"yes"        | use_sliding_window: "yes" (expected: true or false
          qwen2   | "rope_scaling":{"type":"yarn","factor":4.0,"original_max_position_embeddings":32768} | rope_scaling.type: "yarn" (expected: default, linear or llama3
          qwen2   | "dual_chunk_attention_config":{}  | dual_chunk_attention_config: {} (expected: null
          qwen3   | "attention_bias":true             | attention_bias: true (expected: false
          qwen3   | "num_experts":128                 | num_experts: 128 (expected: null
          qwen3   | "partial_rotary_factor":0.5       | partial_rotary_factor: 0.5 (expected: 1.0
          qwen3_moe | "num_experts":128               | num_experts: 128
          mixtral | "tie_word_embeddings":false       | model_type: mixtral (expected: sigma, llama, mistral, qwen2 or qwen3
          """)
  void read_whatIsNotDone_isRefusedByItsKey(String family, String keys, String message) {
    assertThatThrownBy(() -> read(with(sizes(family), keys)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining(message);
  }

  @Test
  void read_ropeInEitherForm_isTheSame() throws IOException {
    Rope scaled = new Rope(500_000, new Rope.Scaling.Llama3(8, 1, 4, 1024));
    String factors =
        "\"rope_type\":\"llama3\",\"factor\":8,\"low_freq_factor\":1,\"high_freq_factor\":4.0";
    assertThat(rope("\"rope_scaling\":{%s},\"rope_theta\":5e5".formatted(factors)).scaling())
        .isEqualTo(new Rope.Scaling.Llama3(8, 1, 4, 2048)); // max_position_embeddings
    String within = factors + ",\"original_max_position_embeddings\":1024";
    assertThat(rope("\"rope_scaling\":{%s},\"rope_theta\":5e5".formatted(within)))
        .isEqualTo(scaled);
    assertThat(rope("\"rope_parameters\":{%s,\"rope_theta\":500000.0}".formatted(within)))
        .isEqualTo(scaled);
    assertThat(
            rope(
                "\"rope_parameters\":{%s},\"rope_theta\":5e5,\"original_max_position_embeddings\":1024"
                    .formatted(factors)))
        .isEqualTo(scaled);
    String other = factors + ",\"original_max_position_embeddings\":512"; // the outer one counts
    assertThat(
            rope(
                "\"rope_parameters\":{%s},\"rope_theta\":5e5,\"original_max_position_embeddings\":1024"
                    .formatted(other)))
        .isEqualTo(scaled);
    assertThat(rope("\"rope_scaling\":{\"type\":\"linear\",\"factor\":4}"))
        .isEqualTo(new Rope(10_000, new Rope.Scaling.Linear(4)));
    assertThat(rope("\"rope_scaling\":{},\"rope_parameters\":{\"rope_theta\":7e4}"))
        .isEqualTo(Rope.unscaled(70_000));
  }

  private Rope rope(String keys) throws IOException {
    return read(with(sizes("llama"), keys)).rope();
  }

  private static String sizes(String family) {
    return """
        {"model_type":"%s","vocab_size":100,"hidden_size":1024,"intermediate_size":96,
         "num_hidden_layers":2,"num_attention_heads":32}
        """
        .formatted(family);
  }

  private static String with(String config, String more) {
    return config.strip().replaceFirst("}$", "") + "," + more + "}";
  }

  private ModelConfig read(String config) throws IOException {
    Files.writeString(folder.resolve("config.json"), config);
    return ModelConfig.read(folder);
  }
}
