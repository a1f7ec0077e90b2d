package dev.sigma.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigma.engine.kv.BlockExchange;
import dev.sigma.engine.kv.BlockGeometry;
import dev.sigma.engine.model.ModelFormatException;
import dev.sigma.engine.opencl.OpenClException;
import dev.sigma.engine.text.ChatTemplate.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesTest {

  @TempDir private Path folder;

  @Test
  void open_reference_answersAPrompt() throws Exception {
    try (Engine engine = Engines.open(options(TinyModel.write(folder.resolve("m"), 1)))) {
      assertThat(engine.runner().backend()).isEqualTo("reference");
      assertThat(engine.epoch()).matches("[0-9a-f]{64}");
      int[] prompt = engine.chatTemplate().prompt(List.of(new Message("user", "list files")), 100);
      List<Integer> first = Generating.greedy(engine, prompt);
      assertThat(first).isNotEmpty();
      assertThat(Generating.greedy(engine, prompt)).isEqualTo(first);
      engine.drain(Duration.ofSeconds(10));
      EngineStatistics end = engine.statistics();
      assertThat(end.failure()).isEmpty();
      assertThat(end.blocks()).isEqualTo(64);
      assertThat(end.blocksInUse()).isZero();
      assertThat(end.completionTokens()).isEqualTo(2L * first.size());
      assertThat(end.promptTokens()).isEqualTo(2L * prompt.length);
    }
  }

  @Test
  void epoch_changesWithWeightsAndTemplate_andNotWithTheFolder() throws IOException {
    String first = epoch(TinyModel.write(folder.resolve("a"), 1));
    assertThat(epoch(TinyModel.write(folder.resolve("b"), 1))).isEqualTo(first);
    assertThat(epoch(TinyModel.write(folder.resolve("c"), 2))).isNotEqualTo(first);
    Path other = TinyModel.write(folder.resolve("d"), 1);
    Path template = other.resolve("tokenizer_config.json");
    Files.writeString(
        template,
        Files.readString(template)
            .replace("\"suffix\":\"<|end|>\"", "\"suffix\":\"<|endoftext|>\""));
    assertThat(epoch(other)).isNotEqualTo(first);
  }

  @Test
  void open_bytesInThePoolsAndOnTheWay_isRefused() throws IOException {
    Path model = TinyModel.write(folder.resolve("m"), 1);
    BlockExchange.Source lossy =
        new BlockExchange.Source() {
          @Override
          public String codec() {
            return "int8";
          }

          @Override
          public BlockExchange open(BlockGeometry geometry) {
            throw new AssertionError("refused before");
          }
        };
    assertThatThrownBy(() -> Engines.open(options(model, "auto", "auto", "exact", "int8"), lossy))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "SIGMA_CACHE_CODEC: \"int8\" (expected: lossless, where SIGMA_KV_FORMAT=int8: K/V is small already)");
    assertThatThrownBy(() -> Engines.open(options(model, "auto", "auto", "exact", "int4"), lossy))
        .hasMessage("SIGMA_KV_FORMAT: \"int4\" (expected: f32 or int8)");
  }

  @Test
  void open_ofADeviceThatDoesNotExist_saysWhatCanBeDone() throws IOException {
    Path model = TinyModel.write(folder.resolve("m"), 1);
    assertThatThrownBy(() -> Engines.open(options(model, "opencl:999")))
        .isInstanceOf(OpenClException.class)
        .hasMessageContaining("SIGMA_DEVICE=opencl:999 cannot be used")
        .hasMessageContaining("SIGMA_DEVICE=reference");
    assertThatThrownBy(() -> Engines.open(options(model, "gpu")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("SIGMA_DEVICE: \"gpu\" (expected: auto, opencl:<index> or reference)");
    assertThatThrownBy(() -> Engines.open(options(model, "auto", "fastest")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("SIGMA_KERNELS: \"fastest\" (expected: auto, portable or vnni)");
    assertThatThrownBy(() -> Engines.open(options(model, "auto", "auto", "loose")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("SIGMA_NUMERICS: \"loose\" (expected: exact or fast)");
    assertThatThrownBy(() -> Engines.open(options(model, "auto", "auto", "exact", "int4")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("SIGMA_KV_FORMAT: \"int4\" (expected: f32 or int8)");
    assertThatThrownBy(() -> Engines.open(options(model, "reference", "auto", "exact", "int8")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("SIGMA_KV_FORMAT: \"int8\" (expected: f32, where SIGMA_DEVICE=reference)");
  }

  @Test
  void open_ofNoModel_saysSo() {
    assertThatThrownBy(() -> Engines.open(options(folder.resolve("missing"))))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("missing");
  }

  @Test
  void close_isIdempotentAndEndsSubmitting() throws IOException {
    Engine engine = Engines.open(options(TinyModel.write(folder.resolve("m"), 1)));
    engine.close();
    engine.close();
    assertThatThrownBy(() -> Generating.greedy(engine, new int[] {7}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("shutting down");
  }

  @Test
  void options_neverShowTheKey() {
    assertThat(options(folder)).asString().doesNotContain("serverKey").doesNotContain("[0, 0");
    assertThatThrownBy(() -> options(2, new byte[32]))
        .hasMessage("rowsPerStep: 2 (expected: 4 to 16384)");
    assertThatThrownBy(() -> options(64, new byte[8]))
        .hasMessage("serverKey: 8 bytes (expected: >= 32)");
  }

  private EngineOptions options(int rowsPerStep, byte[] serverKey) {
    return new EngineOptions(
        folder, "m", "auto", "auto", "exact", "f32", 1024, 8, 4, rowsPerStep, folder, serverKey);
  }

  private String epoch(Path model) {
    try (Engine engine = Engines.open(options(model))) {
      return engine.epoch();
    }
  }

  private EngineOptions options(Path model) {
    return options(model, "reference");
  }

  private EngineOptions options(Path model, String device) {
    return options(model, device, "auto");
  }

  private EngineOptions options(Path model, String device, String kernels) {
    return options(model, device, kernels, "exact");
  }

  private EngineOptions options(Path model, String device, String kernels, String numerics) {
    return options(model, device, kernels, numerics, "f32");
  }

  private EngineOptions options(
      Path model, String device, String kernels, String numerics, String keyValues) {
    return new EngineOptions(
        model,
        "tiny",
        device,
        kernels,
        numerics,
        keyValues,
        1024,
        8,
        4,
        64,
        folder.resolve("kernels"),
        new byte[32]);
  }
}
