package dev.sigma.engine.text;

import dev.sigma.engine.model.JsonFile;
import dev.sigma.engine.model.ModelFormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a Hugging Face {@code tokenizer.json} of a byte-level BPE says. What this engine does not do
 * is refused, never left out. Strings of bytes stand for tokens as Latin-1: one char, one byte.
 *
 * @param idOfBytes ids by the bytes they stand for; control tokens are not in it
 * @param addedTokens control tokens by name
 * @param tokenBytes bytes by id; empty for special tokens and for ids that nothing stands for
 * @param merges the merges
 * @param splitter cuts text into words
 * @param nfc whether text is normalised to NFC first
 * @param wholeWords whether a word that is a token is taken whole, without merging
 */
record TokenizerFile(
    Map<String, Integer> idOfBytes,
    Map<String, Integer> addedTokens,
    byte[][] tokenBytes,
    MergeTable merges,
    WordSplitter splitter,
    boolean nfc,
    boolean wholeWords) {

  private static final long MAX_BYTES = 64L << 20;
  private static final int MAX_ADDED = 1 << 16;

  /** Llama 3, the most that is known, has 280,147. */
  private static final int MAX_MERGES = 1 << 21;

  /**
   * Reads {@code file}.
   *
   * @param vocabulary ids are smaller than this
   */
  static TokenizerFile read(Path file, int vocabulary) {
    JsonNode root = JsonFile.readObject(file, MAX_BYTES);
    try {
      return of(root, vocabulary);
    } catch (ModelFormatException e) {
      throw new ModelFormatException(file + ": " + e.getMessage(), e);
    }
  }

  private static TokenizerFile of(JsonNode root, int vocabulary) {
    JsonNode model = root.path("model");
    require(model, "type", "BPE");
    for (String key : List.of("dropout", "continuing_subword_prefix", "end_of_word_suffix")) {
      require(model, key, "");
    }
    require(model, "byte_fallback", "false");
    JsonNode decoder = root.path("decoder");
    if (!absent(decoder)) {
      require(decoder, "type", "ByteLevel");
    }
    byte[][] tokenBytes = new byte[vocabulary][];
    Map<String, Integer> added = addedTokens(root.path("added_tokens"), tokenBytes);
    Map<String, Integer> ids = vocabulary(model.path("vocab"), added, tokenBytes);
    for (int id = 0; id < vocabulary; id++) {
      if (tokenBytes[id] == null) {
        tokenBytes[id] = new byte[0];
      }
    }
    return new TokenizerFile(
        ids,
        added,
        tokenBytes,
        merges(model.path("merges"), ids),
        WordSplitter.of(root.path("pre_tokenizer")),
        nfc(root.path("normalizer")),
        model.path("ignore_merges").asBoolean(false));
  }

  private static Map<String, Integer> addedTokens(JsonNode tokens, byte[][] tokenBytes) {
    if (!(absent(tokens) || tokens.isArray()) || tokens.size() > MAX_ADDED) {
      throw new ModelFormatException(
          "added_tokens: %d (expected: a list of at most %d)".formatted(tokens.size(), MAX_ADDED));
    }
    Map<String, Integer> added = new HashMap<>();
    for (JsonNode token : tokens.values()) {
      String name = token.path("content").asString("");
      boolean special = token.path("special").asBoolean(true);
      int id = id(name, token.path("id"), tokenBytes);
      tokenBytes[id] = special ? new byte[0] : Utf8.encode(name);
      if (name.isEmpty() || added.put(name, id) != null) {
        throw new ModelFormatException(
            "added_tokens: \"%s\" (expected: a name that no other has)".formatted(name));
      }
    }
    return added;
  }

  private static Map<String, Integer> vocabulary(
      JsonNode vocab, Map<String, Integer> added, byte[][] tokenBytes) {
    if (!vocab.isObject()) {
      throw new ModelFormatException("model.vocab: missing (expected: an object)");
    }
    Map<String, Integer> ids = HashMap.newHashMap(vocab.size());
    for (Map.Entry<String, JsonNode> entry : vocab.properties()) {
      String token = entry.getKey();
      Integer control = added.get(token);
      if (control != null) {
        if (!entry.getValue().isInt() || entry.getValue().intValue() != control) {
          throw new ModelFormatException(
              "model.vocab: %s: %s (expected: %d, as in added_tokens)"
                  .formatted(token, entry.getValue(), control));
        }
        continue;
      }
      int id = id(token, entry.getValue(), tokenBytes);
      String bytes = bytes(token);
      tokenBytes[id] = bytes.getBytes(StandardCharsets.ISO_8859_1);
      ids.put(bytes, id);
    }
    for (int b = 0; b < 256; b++) {
      if (!ids.containsKey(String.valueOf((char) b))) {
        throw new ModelFormatException(
            "model.vocab: no token for byte %d (expected: one for each byte)".formatted(b));
      }
    }
    return ids;
  }

  private static int id(String token, JsonNode value, byte[][] tokenBytes) {
    if (!value.isInt() || value.intValue() < 0 || value.intValue() >= tokenBytes.length) {
      throw new ModelFormatException(
          "id of %s: %s (expected: 0 to %d, the model's vocabulary)"
              .formatted(clip(token), value, tokenBytes.length - 1));
    }
    if (tokenBytes[value.intValue()] != null) {
      throw new ModelFormatException(
          "id of %s: %d (expected: one that no other token has)"
              .formatted(clip(token), value.intValue()));
    }
    return value.intValue();
  }

  private static MergeTable merges(JsonNode merges, Map<String, Integer> ids) {
    if (!merges.isArray() || merges.size() > MAX_MERGES) {
      throw new ModelFormatException(
          "model.merges: %s (expected: a list of at most %d)"
              .formatted(merges.isArray() ? merges.size() : "missing", MAX_MERGES));
    }
    MergeTable table = new MergeTable(merges.size());
    int rank = 0;
    for (JsonNode merge : merges.values()) {
      String[] pair = pair(merge);
      String left = bytes(pair[0]);
      String right = bytes(pair[1]);
      Integer leftId = ids.get(left);
      Integer rightId = ids.get(right);
      Integer merged = ids.get(left + right);
      if (leftId == null || rightId == null || merged == null) {
        throw new ModelFormatException(
            "model.merges: %s (expected: both parts and their union in the vocabulary, none a"
                    .formatted(clip(merge.toString()))
                + " control token)");
      }
      if (!table.add(leftId, rightId, rank++, merged)) {
        throw new ModelFormatException(
            "model.merges: %s (expected: each pair once)".formatted(clip(merge.toString())));
      }
    }
    return table;
  }

  private static String[] pair(JsonNode merge) {
    if (merge.isArray() && merge.size() == 2) {
      return new String[] {merge.path(0).asString(""), merge.path(1).asString("")};
    }
    String text = merge.asString("");
    int space = text.indexOf(' ');
    if (space < 0) {
      throw new ModelFormatException(
          "model.merges: %s (expected: \"a b\" or [a, b])".formatted(clip(merge.toString())));
    }
    return new String[] {text.substring(0, space), text.substring(space + 1)};
  }

  /** A token as it is written in the file, to the bytes it stands for, as Latin-1. */
  private static String bytes(String token) {
    char[] bytes = new char[token.length()];
    for (int i = 0; i < bytes.length; i++) {
      int b = ByteAlphabet.byteOf(token.charAt(i));
      if (b < 0) {
        throw new ModelFormatException(
            "token %s (expected: characters of the byte-level alphabet)".formatted(clip(token)));
      }
      bytes[i] = (char) b;
    }
    if (bytes.length == 0) {
      throw new ModelFormatException("token \"\" (expected: at least one byte)");
    }
    return new String(bytes);
  }

  private static boolean nfc(JsonNode normalizer) {
    if (absent(normalizer)) {
      return false;
    }
    if (normalizer.path("type").asString("").equals("Sequence")) {
      boolean any = false;
      for (JsonNode part : normalizer.path("normalizers").values()) {
        any |= nfc(part);
      }
      return any;
    }
    require(normalizer, "type", "NFC");
    return true;
  }

  /** Refuses any other value of {@code key}; absent and null are fine. */
  private static void require(JsonNode node, String key, String expected) {
    JsonNode value = node.path(key);
    if (!absent(value) && !(value.isValueNode() && value.asString("").equals(expected))) {
      throw new ModelFormatException(
          "%s: %s (expected: %s)"
              .formatted(
                  key, clip(value.toString()), expected.isEmpty() ? "null or empty" : expected));
    }
  }

  private static boolean absent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static String clip(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }
}
