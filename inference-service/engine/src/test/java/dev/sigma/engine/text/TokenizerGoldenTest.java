package dev.sigma.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sigma.engine.model.ModelConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bundled tokenizer against the ids that the {@code tokenizers} library gave for the same texts
 * (made by {@code python -m sigma.fixtures --model} in {@code models}).
 */
class TokenizerGoldenTest {

  private static final Path MODEL = Path.of("../../models/sigma-commands");
  private static final Path GOLDEN = Path.of("src/test/resources/tokenizer-golden.jsonl");

  @Test
  void encode_goldenTexts_givesTheLibrarysIds() throws IOException {
    // Both files come with the bundled model; one without the other is a mistake.
    boolean model = Files.exists(MODEL.resolve("tokenizer.json"));
    boolean golden = Files.exists(GOLDEN);
    assertThat(golden).as("%s where %s has a tokenizer", GOLDEN, MODEL).isEqualTo(model);
    assumeTrue(golden, "the bundled model is not built yet");
    BpeTokenizer tokenizer =
        BpeTokenizer.read(
            MODEL.resolve("tokenizer.json"), ModelConfig.read(MODEL).vocabulary(), Set.of());
    List<String> lines = Files.readAllLines(GOLDEN, StandardCharsets.UTF_8);
    assertThat(lines).hasSizeGreaterThan(100);
    for (String line : lines) {
      JsonNode expected = JsonMapper.shared().readTree(line);
      String text = expected.path("text").stringValue();
      int[] ids = expected.path("ids").values().stream().mapToInt(JsonNode::intValue).toArray();
      assertThat(tokenizer.encode(text, 10_000)).as("ids of %s", line).isEqualTo(ids);
      assertThat(tokenizer.decode(ids)).as("text of %s", line).isEqualTo(text);
    }
  }
}
