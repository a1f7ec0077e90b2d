package dev.sigma.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigma.engine.model.ModelFormatException;
import dev.sigma.engine.text.ChatTemplate.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tokenizers in the forms of Llama 2 and Mistral against what the {@code tokenizers} library gave
 * (made by {@code python -m sigma.fixtures --tokenizers} in {@code models}).
 */
class SentencePieceTest {

  private static final Path FIXTURES = Path.of("src/test/resources/fixtures/tokenizers");
  private static final int VOCABULARY = 1000;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"llama2", "mistral-v3", "metaspace-old", "metaspace-never"})
  void encodeAndDecode_areThoseOfTheLibrary(String form) throws IOException {
    BpeTokenizer tokenizer = read(form);
    List<String> lines = Files.readAllLines(FIXTURES.resolve(form + "-golden.jsonl"));
    assertThat(lines).hasSizeGreaterThan(100);
    for (String line : lines) {
      JsonNode expected = JsonMapper.shared().readTree(line);
      int[] ids = expected.path("ids").values().stream().mapToInt(JsonNode::intValue).toArray();
      String decoded = expected.path("decoded").stringValue();
      assertThat(tokenizer.encode(expected.path("text").stringValue(), 10_000))
          .as("ids of %s", line)
          .isEqualTo(ids);
      assertThat(tokenizer.decode(ids)).as("text of %s", line).isEqualTo(decoded);
      assertThat(pushed(tokenizer, ids)).as("pieces of %s", line).isEqualTo(decoded);
    }
  }

  @Test
  void encode_mergesOfAConversionToAControlToken_areLeftOut() throws IOException {
    ObjectNode root =
        (ObjectNode) JsonMapper.shared().readTree(FIXTURES.resolve("llama2.json").toFile());
    ((ObjectNode) root.at("/model/vocab")).put("<s", 990).put("/s>", 991).put("s<s>", 992);
    ArrayNode merges = (ArrayNode) root.at("/model/merges");
    merges.insert(0, "< s").insert(1, "<s >").insert(2, "< /s>").insert(3, "s <s>");
    Path file = Files.writeString(folder.resolve("tokenizer.json"), root.toString());
    BpeTokenizer tokenizer = BpeTokenizer.read(file, VOCABULARY, Set.of(2));
    int[] ids = tokenizer.encode("<s> s<s> </s>", 99);
    assertThat(ids).contains(990).doesNotContain(0, 1, 2, 992);
    assertThat(tokenizer.decode(ids)).isEqualTo("<s> s<s> </s>");
  }

  @Test
  void push_anyTokens_piecesEqualTheWhole() throws IOException {
    BpeTokenizer tokenizer = read("llama2");
    Random random = new Random(3);
    for (int round = 0; round < 5_000; round++) {
      // half of them bytes, whole and broken characters among them
      int[] ids = random.ints(1 + random.nextInt(6), 0, random.nextBoolean() ? 259 : 500).toArray();
      assertThat(pushed(tokenizer, ids)).isEqualTo(tokenizer.decode(ids));
    }
  }

  @Test
  void push_withinAText_keepsTheFirstBlank() throws IOException {
    BpeTokenizer tokenizer = read("llama2");
    int[] ids = tokenizer.encode("find", 9);
    IncrementalDetokenizer stream = IncrementalDetokenizer.within(tokenizer);
    assertThat(stream.push(ids[0])).startsWith(" ");
    assertThat(tokenizer.decode(ids)).isEqualTo("find");
  }

  @Test
  void encode_oneLongWord_isNearLinear() throws IOException {
    BpeTokenizer tokenizer = read("llama2");
    BpeTokenizer split = read("metaspace-old");
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          for (String hostile : List.of("a", " ", "e ", "é", "🙂", "\n", "\u2581", "th")) {
            String text = "x" + hostile.repeat(100_000 / hostile.length());
            String blanks = text.replace('\u2581', ' ');
            assertThat(tokenizer.decode(tokenizer.encode(text, 500_000))).isEqualTo(blanks);
            assertThat(split.decode(split.encode(text, 500_000))).isEqualTo(blanks);
          }
        });
    assertThatThrownBy(() -> tokenizer.encode("x".repeat(1_000_000), 100))
        .isInstanceOf(TokenLimitException.class);
    int exact = tokenizer.encode("find . -name", 99).length;
    assertThat(tokenizer.encode("find . -name", exact)).hasSize(exact);
    assertThatThrownBy(() -> tokenizer.encode("find . -name", exact - 1))
        .hasMessage("text: too many tokens (expected: at most %d)", exact - 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "llama2|\"prepend\":\"▁\"|\"prepend\":\"_\"|prepend: \"_\" (expected: ▁)",
        "llama2|\"type\":\"Prepend\"|\"type\":\"NFKC\"|normalizer: {",
        "llama2|\"type\":\"Fuse\"|\"type\":\"CTC\"|decoder: {",
        "llama2|\"start\":1|\"start\":2|start: 2 (expected: 1)",
        "llama2|\"<0x41>\"|\"<0x041>\"|model.vocab: no token for byte 65",
        "llama2|\"pre_tokenizer\":null|\"pre_tokenizer\":{\"type\":\"Digits\"}|pre_tokenizer: {",
        "mistral-v3|\"first\"|\"last\"|prepend_scheme first, always or never",
        "mistral-v3|\"normalizer\":null|\"normalizer\":{\"type\":\"NFC\"}|null beside Metaspace",
        "mistral-v3|\"pre_tokenizer\":{|\"pre_tokenizer\":null,\"x\":{|normalizer: missing"
      })
  void read_otherForms_areRefused(String form, String from, String to, String message)
      throws IOException {
    JsonNode root = JsonMapper.shared().readTree(FIXTURES.resolve(form + ".json").toFile());
    String written = root.toString();
    assertThat(written).contains(from);
    if (message.equals("normalizer: missing")) {
      written = written.replace("\"normalizer\":null,", "");
    }
    Path file = folder.resolve("tokenizer.json");
    Files.writeString(file, written.replace(from, to));
    assertThatThrownBy(() -> BpeTokenizer.read(file, VOCABULARY, Set.of(2)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining(message);
  }

  /** Llama 2's and Mistral's templates, against their text encoded as a whole. */
  @Test
  void prompt_ofLlama2AndMistral_isTheirText() throws IOException {
    List<Message> turns =
        List.of(
            new Message("system", "be brief"),
            new Message("user", "list files"),
            new Message("assistant", "ls"),
            new Message("user", "all"));
    BpeTokenizer llama = read("llama2");
    ChatTemplate template =
        template(
            llama,
            """
            {"prefix":{"system":[{"text":"<<SYS>>\\n"}],"user":["<s>",{"text":"[INST] "}],"assistant":[]},
             "suffix":{"system":[{"text":"\\n<</SYS>>\\n\\n"}],"user":[{"text":" [/INST]"}],
             "assistant":[{"text":" "},"</s>"]},"generation":[],"system_in_user":true}
            """);
    int[] prompt = template.prompt(turns, 999);
    assertThat(prompt)
        .isEqualTo(
            joined(
                new int[] {1},
                llama.encode("[INST] <<SYS>>\nbe brief\n<</SYS>>\n\nlist files [/INST]", 999),
                llama.encode("ls ", 99),
                new int[] {2, 1},
                llama.encode("[INST] all [/INST]", 99)));
    assertThat(prompt).startsWith(template.prompt(turns.subList(0, 2), 999));
    assertThatThrownBy(() -> template.prompt(turns.subList(0, 1), 99))
        .hasMessage("messages: system in the end (expected: a message of user after it)");

    BpeTokenizer mistral = read("mistral-v3");
    int[] third =
        template(
                mistral,
                """
                {"start":["<s>"],"prefix":{"system":[],"user":["[INST]"],"assistant":[]},
                 "suffix":{"system":[{"text":"\\n\\n"}],"user":["[/INST]"],"assistant":["</s>"]},
                 "generation":[],"system_in_user":true}
                """)
            .prompt(turns, 999);
    assertThat(third)
        .isEqualTo(
            joined(
                new int[] {1, 3},
                mistral.encode("be brief\n\nlist files", 99),
                new int[] {4},
                mistral.encode("ls", 99),
                new int[] {2, 3},
                mistral.encode("all", 99),
                new int[] {4}));
  }

  @Test
  void template_controlTokensInASystemMessageWithinAUsers_areRefused() throws IOException {
    BpeTokenizer llama = read("llama2");
    assertThatThrownBy(
            () ->
                template(
                    llama,
                    """
                    {"prefix":{"system":["<s>"],"user":[],"assistant":[]},"suffix":"</s>",
                     "generation":[],"system_in_user":true}
                    """))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("system_in_user: true (expected: ");
  }

  private ChatTemplate template(BpeTokenizer tokenizer, String data) throws IOException {
    Path file = folder.resolve("tokenizer_config.json");
    Files.writeString(file, "{\"sigma_chat_template\":" + data + "}");
    return PrefixChatTemplate.read(file, tokenizer);
  }

  private static BpeTokenizer read(String form) {
    return BpeTokenizer.read(FIXTURES.resolve(form + ".json"), VOCABULARY, Set.of(2));
  }

  private static String pushed(BpeTokenizer tokenizer, int... ids) {
    IncrementalDetokenizer stream = new IncrementalDetokenizer(tokenizer);
    StringBuilder pieces = new StringBuilder();
    for (int id : ids) {
      pieces.append(stream.push(id));
    }
    return pieces.append(stream.flush()).toString();
  }

  private static int[] joined(int[]... parts) {
    return List.of(parts).stream().flatMapToInt(java.util.Arrays::stream).toArray();
  }
}
