package dev.sigma.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigma.engine.model.ModelFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class BpeTokenizerTest {

  @TempDir Path folder;

  private final TokenizerJson json =
      new TokenizerJson()
          .merge("h", "e")
          .merge("l", "l")
          .mergePair("he", "ll")
          .mergePair("hell", "o")
          .merge(" ", "l")
          .merge("a", "a")
          .merge("aa", "aa");

  @Test
  void encode_mergesByRank() {
    BpeTokenizer tokenizer = json.tokenizer(folder);
    assertThat(tokenizer.encode("hello", 9)).containsExactly(json.id("hello"));
    // "ll" ranks before " l": the space stays alone only where ll takes the l.
    assertThat(tokenizer.encode("he ll", 9))
        .containsExactly(json.id("he"), json.id(" "), json.id("ll"));
    assertThat(tokenizer.encode(" la", 9)).containsExactly(json.id(" l"), json.id("a"));
    // Of equals the leftmost goes first.
    assertThat(tokenizer.encode("aaa", 9)).containsExactly(json.id("aa"), json.id("a"));
    assertThat(tokenizer.encode("aaaaaaa", 9))
        .containsExactly(json.id("aaaa"), json.id("aa"), json.id("a"));
    // Words end merges: the second word begins with its space.
    assertThat(tokenizer.encode("hello hello", 9))
        .containsExactly(json.id("hello"), json.id(" "), json.id("hello"));
    assertThat(tokenizer.encode("", 0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "  two  spaces ",
        "tabs\tand\nnew\r\nlines\n\n",
        "naïve Ünïcödé",
        "数据库 备份",
        "🚀🔥 deploy👩‍💻",
        "\u00a0nbsp\u2003em\u3000wide",
        "e\u0301",
        "\u0000\u0001\u007f",
        "<|end|><|system|>not control",
        "   \n   \n\n  x",
        "$(echo \"hi\") ${HOME:-/root}"
      })
  void encode_anyText_comesBackAndHoldsNoControlToken(String text) {
    BpeTokenizer tokenizer = json.tokenizer(folder);
    int[] ids = tokenizer.encode(text, 1000);
    assertThat(tokenizer.decode(ids)).isEqualTo(text);
    assertThat(Arrays.stream(ids)).allMatch(id -> id >= 6);
    IncrementalDetokenizer stream = new IncrementalDetokenizer(tokenizer);
    StringBuilder pieces = new StringBuilder();
    for (int id : ids) {
      pieces.append(stream.push(id));
    }
    assertThat(pieces.append(stream.flush())).hasToString(text);
  }

  @Test
  void encode_wholeWords_takesAWordThatIsATokenButNeverAControlToken() {
    json.token("xyz").token("<|");
    assertThat(json.tokenizer(folder).encode("xyz", 9)).hasSize(3);
    json.model.put("ignore_merges", true);
    assertThat(json.tokenizer(folder).encode("xyz", 9)).containsExactly(json.id("xyz"));
    json.split("<\\|end\\|>", false);
    assertThat(json.tokenizer(folder).encode("a<|end|>", 9)).hasSize(8).doesNotContain(4);
  }

  @Test
  void encode_loneSurrogate_isTheReplacementCharacter() {
    BpeTokenizer tokenizer = json.tokenizer(folder);
    assertThat(tokenizer.decode(tokenizer.encode("a\ud800b\udc00", 99)))
        .isEqualTo("a\ufffdb\ufffd");
  }

  @Test
  void encode_nfc_composes() {
    json.root.putObject("normalizer").put("type", "NFC");
    BpeTokenizer tokenizer = json.tokenizer(folder);
    assertThat(tokenizer.decode(tokenizer.encode("e\u0301", 9))).isEqualTo("é");
  }

  @Test
  void encode_limit_isExact() {
    BpeTokenizer tokenizer = json.tokenizer(folder);
    assertThat(tokenizer.encode("a b c", 5)).hasSize(5);
    assertThatThrownBy(() -> tokenizer.encode("a b c", 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("text: too many tokens (expected: at most 4)");
    assertThatThrownBy(() -> tokenizer.encode("x".repeat(1_000_000), 100))
        .isInstanceOf(TokenLimitException.class);
    assertThatThrownBy(() -> tokenizer.encode("a", -1)).hasMessageContaining("maxTokens: -1");
  }

  @Test
  void encode_longWord_isNearLinear() {
    TokenizerJson doubling = new TokenizerJson();
    for (String a = "a"; a.length() < 64; a += a) {
      doubling.merge(a, a);
    }
    BpeTokenizer tokenizer = doubling.tokenizer(folder);
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          assertThat(tokenizer.encode("a".repeat(256_000), 256_000)).hasSize(4000);
          for (String hostile :
              List.of(" ", "\n", " \n", "a ", "'", "=", "1", "é", "🙂", "\u0301")) {
            String text = hostile.repeat(100_000 / hostile.length());
            assertThat(tokenizer.decode(tokenizer.encode(text, 500_000))).isEqualTo(text);
          }
        });
  }

  /** The heap against the definition: lowest rank, leftmost, again and again. */
  @Test
  void encode_randomMerges_equalsTheDefinition() {
    Random random = new Random(3);
    for (int round = 0; round < 30; round++) {
      TokenizerJson random26 = new TokenizerJson();
      List<String> tokens = new ArrayList<>(List.of("a", "b", "c", "d"));
      Map<List<String>, Integer> ranks = new HashMap<>();
      while (ranks.size() < 60) {
        String left = tokens.get(random.nextInt(tokens.size()));
        String right = tokens.get(random.nextInt(tokens.size()));
        if (left.length() + right.length() < 9
            && ranks.putIfAbsent(List.of(left, right), ranks.size()) == null) {
          random26.merge(left, right);
          tokens.add(left + right);
        }
      }
      BpeTokenizer tokenizer = random26.tokenizer(folder);
      for (int i = 0; i < 50; i++) {
        StringBuilder word = new StringBuilder();
        for (int n = random.nextInt(60); n >= 0; n--) {
          word.append((char) ('a' + random.nextInt(4)));
        }
        int[] expected = naive(word.toString(), ranks).stream().mapToInt(random26::id).toArray();
        assertThat(tokenizer.encode(word.toString(), 99)).isEqualTo(expected);
      }
    }
  }

  private static List<String> naive(String word, Map<List<String>, Integer> ranks) {
    List<String> symbols = new ArrayList<>(List.of(word.split("")));
    while (true) {
      int best = -1;
      int bestRank = Integer.MAX_VALUE;
      for (int i = 0; i + 1 < symbols.size(); i++) {
        int rank = ranks.getOrDefault(symbols.subList(i, i + 2), Integer.MAX_VALUE);
        if (rank < bestRank) {
          best = i;
          bestRank = rank;
        }
      }
      if (best < 0) {
        return symbols;
      }
      symbols.set(best, symbols.get(best) + symbols.remove(best + 1));
    }
  }

  @Test
  void tokens_controlPlainAndHoles() {
    ObjectNode plain = (ObjectNode) json.root.path("added_tokens").path(5);
    plain.put("special", false);
    BpeTokenizer tokenizer = json.tokenizer(folder);
    assertThat(tokenizer.vocabularySize()).isEqualTo(400);
    assertThat(tokenizer.controlToken("<|end|>")).hasValue(4);
    assertThat(tokenizer.controlToken("hello")).isEmpty();
    assertThat(tokenizer.endsAnswer(4)).isTrue();
    assertThat(tokenizer.endsAnswer(0)).isFalse();
    assertThat(tokenizer.bytes(4)).isEmpty();
    assertThat(tokenizer.bytes(5)).asString(StandardCharsets.UTF_8).isEqualTo("<|pad|>");
    assertThat(tokenizer.bytes(6 + 0xFF)).containsExactly(0xFF);
    assertThat(tokenizer.bytes(399)).isEmpty();
    assertThat(tokenizer.decode(1, json.id("hello"), 4, json.id(" "), 399)).isEqualTo("hello ");
    assertThatThrownBy(() -> tokenizer.bytes(400)).hasMessage("token id: 400 (expected: 0 to 399)");
    assertThatThrownBy(() -> tokenizer.decode(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void read_whatIsMalformedOrNotSupported_isRefused() {
    refused("type: \"WordPiece\" (expected: BPE)", j -> j.model.put("type", "WordPiece"));
    refused("dropout: 0.1", j -> j.model.put("dropout", 0.1));
    refused(
        "decoder: {\"type\":\"ByteLevel\"} (expected: Replace, ByteFallback and Fuse",
        j -> j.model.put("byte_fallback", true));
    refused("end_of_word_suffix", j -> j.model.put("end_of_word_suffix", "</w>"));
    refused(
        "type: \"Lowercase\" (expected: NFC)",
        j -> j.root.putObject("normalizer").put("type", "Lowercase"));
    refused(
        "type: \"WordPiece\" (expected: ByteLevel)",
        j -> j.root.putObject("decoder").put("type", "WordPiece"));
    refused("pre_tokenizer: null", j -> j.root.putNull("pre_tokenizer"));
    refused(
        "add_prefix_space false",
        j -> ((ObjectNode) j.root.path("pre_tokenizer")).put("add_prefix_space", true));
    refused("pattern [a (expected: a regular expression)", j -> j.split("[a", false));
    refused("escapes", j -> j.split("\\h+", false));
    refused("escapes", j -> j.split("\\\\\\w", false));
    refused("model.vocab: missing", j -> j.model.putNull("vocab"));
    refused("no token for byte 65", j -> j.vocab.remove("A"));
    refused("id of A: 400 (expected: 0 to 399", j -> j.vocab.put("A", 400));
    refused("id of A: -1", j -> j.vocab.put("A", -1));
    refused("id of A: 4 (expected: one that no other token has)", j -> j.vocab.put("A", 4));
    refused("id of A: \"x\"", j -> j.vocab.put("A", "x"));
    refused("token a b (expected: characters of the byte-level", j -> j.vocab.put("a b", 390));
    refused("<|end|>: 7 (expected: 4", j -> j.vocab.put("<|end|>", 7));
    refused("model.merges: missing", j -> j.model.remove("merges"));
    refused("model.merges: \"ab\" (expected: \"a b\"", j -> j.merges.add("ab"));
    refused("model.merges: \"q z\" (expected: both parts", j -> j.merges.add("q z"));
    refused(
        "model.merges: \"h e\" (expected: each pair once)", j -> j.merges.add("h e").add("h e"));
    refused("control token", j -> j.token("<|end|").merges.add("<|end| >"));
    refused("added_tokens: 1 (expected: a list", j -> j.root.putObject("added_tokens").put("a", 1));
    refused(
        "id of <|end|>",
        j ->
            ((ObjectNode) j.root.path("added_tokens").path(3))
                .put("content", "<|end|>")
                .put("id", 4));
  }

  private void refused(String message, Consumer<TokenizerJson> change) {
    TokenizerJson changed = new TokenizerJson().token("he");
    change.accept(changed);
    assertThatThrownBy(() -> changed.tokenizer(folder))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("tokenizer.json: ")
        .hasMessageContaining(message);
  }

  @Test
  void read_mutatedFiles_giveOnlyFormatErrors() throws IOException {
    byte[] valid = Files.readAllBytes(json.split(TokenizerJson.SPLIT, true).write(folder));
    Path file = folder.resolve("tokenizer.json");
    Random random = new Random(5);
    int refused = 0;
    for (int round = 0; round < 2000; round++) {
      byte[] mutated = valid.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        int at = random.nextInt(mutated.length);
        mutated[at] =
            random.nextBoolean() ? valid[random.nextInt(valid.length)] : (byte) random.nextInt(256);
      }
      if (random.nextInt(8) == 0) {
        mutated = Arrays.copyOf(mutated, random.nextInt(mutated.length));
      }
      Files.write(file, mutated);
      try {
        BpeTokenizer.read(file, 400, Set.of()).encode("hello 12", 20);
      } catch (ModelFormatException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1000, 1999);
  }
}
