package dev.sigma.benchmarks.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sigma.engine.model.ModelDirectory;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.model.WeightMatrix;
import dev.sigma.engine.text.BpeTokenizer;
import dev.sigma.engine.text.PrefixChatTemplate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelFilesTest {

  private static final ModelShape SHAPE = TinyShape.SHAPE;
  private static final int HALF = SHAPE.headDim() / 2;

  private ModelFiles files;
  private GgufReader gguf;
  @AutoClose private ModelDirectory model;

  @BeforeAll
  void write(@TempDir Path folder) throws IOException {
    files = ModelFiles.prepare(folder, SHAPE);
    gguf = new GgufReader(files.gguf());
    model = ModelDirectory.open(files.sigma());
  }

  @Test
  void sigma_isReadWithTheShapeThatWasAskedFor() {
    assertThat(model.config().modelType()).isEqualTo("llama");
    assertThat(model.config().layers()).isEqualTo(SHAPE.layers());
    assertThat(model.config().tiedEmbeddings()).isFalse();
    assertThat(model.config().maxPositions()).isEqualTo(SHAPE.positions());
    assertThat(model.weights().output().format()).isEqualTo(WeightMatrix.Format.INT8);
    assertThat(model.weights().layers().getFirst().feedForward().down().groupSize()).isEqualTo(32);
  }

  @Test
  void gguf_isComplete() {
    assertThat(gguf.metadata)
        .containsEntry("general.architecture", "llama")
        .containsEntry("llama.vocab_size", SHAPE.vocabulary())
        .containsEntry("llama.feed_forward_length", SHAPE.feedForward())
        .containsEntry("llama.attention.head_count_kv", SHAPE.keyValueHeads())
        .containsEntry("llama.rope.freq_base", 10_000f)
        .containsEntry("tokenizer.ggml.model", "no_vocab");
    assertThat(gguf.tensors).hasSize(3 + 9 * SHAPE.layers());
    assertThat(gguf.tensor("blk.1.ffn_down.weight").dims()).containsExactly(96, 128);
    int end = gguf.start("output.weight") + SHAPE.vocabulary() * SHAPE.hidden() / 32 * 34;
    assertThat(gguf.length()).isEqualTo((end + 31) / 32 * 32);
  }

  @Test
  void gguf_matrices_holdTheValuesThatTheEngineReads() {
    ModelWeights weights = model.weights();
    ModelWeights.Layer layer = weights.layers().get(1);
    assertSame("token_embd.weight", weights.embedding());
    assertSame("output.weight", weights.output());
    assertSame("blk.1.attn_v.weight", layer.value());
    assertSame("blk.1.attn_output.weight", layer.attentionOutput());
    assertSame("blk.1.ffn_gate.weight", layer.feedForward().gate());
    assertSame("blk.1.ffn_up.weight", layer.feedForward().up());
    assertSame("blk.1.ffn_down.weight", layer.feedForward().down());
  }

  private void assertSame(String name, WeightMatrix matrix) {
    for (int row = 0; row < matrix.rows(); row++) {
      assertThat(gguf.row(name, row)).isEqualTo(row(matrix, row));
    }
  }

  @Test
  void gguf_queriesAndKeys_haveTheDimsThatRotateTogetherSideBySide() {
    ModelWeights.Layer layer = model.weights().layers().getFirst();
    assertInterleaved("blk.0.attn_q.weight", layer.query());
    assertInterleaved("blk.0.attn_k.weight", layer.key());
  }

  private void assertInterleaved(String name, WeightMatrix matrix) {
    for (int head = 0; head < matrix.rows(); head += 2 * HALF) {
      for (int i = 0; i < HALF; i++) {
        assertThat(gguf.row(name, head + 2 * i)).isEqualTo(row(matrix, head + i));
        assertThat(gguf.row(name, head + 2 * i + 1)).isEqualTo(row(matrix, head + HALF + i));
      }
    }
  }

  private static float[] row(WeightMatrix matrix, int row) {
    float[] values = new float[matrix.columns()];
    matrix.readRow(row, values);
    return values;
  }

  @Test
  void gguf_norms_holdTheValuesThatTheEngineReads() {
    ModelWeights.Layer layer = model.weights().layers().get(1);
    for (int i = 0; i < SHAPE.hidden(); i++) {
      assertThat(gguf.f32("blk.1.attn_norm.weight", i)).isEqualTo(layer.attentionNorm()[i]);
      assertThat(gguf.f32("blk.1.ffn_norm.weight", i)).isEqualTo(layer.feedForwardNorm()[i]);
      assertThat(gguf.f32("output_norm.weight", i)).isEqualTo(model.weights().finalNorm()[i]);
    }
  }

  @Test
  void jlama_matrices_holdTheValuesRoundedToFourBits() throws IOException {
    byte[] file = Files.readAllBytes(files.jlama().resolve("model.safetensors"));
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int headerBytes = Math.toIntExact(in.getLong(0));
    JsonNode header = JsonMapper.shared().readTree(Arrays.copyOfRange(file, 8, 8 + headerBytes));
    String name = "model.layers.1.mlp.down_proj.weight";
    assertThat(header.at("/" + name + "/dtype").asString()).isEqualTo("Q4");
    assertThat(header.at("/" + name + "/shape")).hasToString("[128,96]");
    int values = 8 + headerBytes + header.at("/" + name + "/data_offsets/0").asInt();
    int scales = 8 + headerBytes + header.at("/" + name + ".qb/data_offsets/0").asInt();
    assertThat(header.at("/lm_head.weight.qb/data_offsets/1").asInt())
        .isEqualTo(file.length - 8 - headerBytes);
    WeightMatrix exact = model.weights().layers().get(1).feedForward().down();
    for (int row = 0; row < 128; row++) {
      float[] expected = row(exact, row);
      for (int i = 0; i < 96; i++) {
        int packed = in.get(values + (row * 96 + i / 32 * 32) / 2 + i % 16);
        int nibble = (i % 32 < 16 ? packed : packed >> 4) & 15;
        float scale = in.getFloat(scales + 4 * (row * 3 + i / 32));
        // rounded, but what lies opposite to the extreme value has no code of its own
        float off = Math.abs(scale) * (nibble == 15 ? 1.001f : 0.501f);
        assertThat((nibble - 8) * scale).isCloseTo(expected[i], within(off));
      }
    }
  }

  @Test
  void tokenizer_isReadAndStandsForBytes() {
    BpeTokenizer tokenizer =
        BpeTokenizer.read(model.tokenizerFile(), SHAPE.vocabulary(), model.endTokens());
    PrefixChatTemplate.read(model.tokenizerConfigFile(), tokenizer);
    assertThat(tokenizer.decode(tokenizer.encode("a \u00e9\n", 10))).isEqualTo("a \u00e9\n");
    assertThat(model.endTokens()).isEmpty();
  }

  @Test
  void prepare_aSecondTime_leavesTheFilesAlone(@TempDir Path folder) throws IOException {
    Path marked = ModelFiles.prepare(folder, SHAPE).gguf();
    Files.writeString(marked, "kept");
    assertThat(ModelFiles.prepare(folder, SHAPE).gguf()).hasContent("kept");
  }

  @Test
  void prepare_afterAnInterruptedWrite_writesAgain(@TempDir Path folder) throws IOException {
    Path gguf = ModelFiles.in(ModelFiles.folder(folder, SHAPE)).gguf();
    Files.createDirectories(gguf.getParent());
    Files.writeString(gguf, "half");
    ModelFiles.prepare(folder, SHAPE);
    assertThat(gguf).hasSameBinaryContentAs(files.gguf());
  }
}
