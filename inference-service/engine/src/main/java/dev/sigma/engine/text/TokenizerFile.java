package dev.sigma.engine.text;

import dev.sigma.engine.model.JsonFile;
import dev.sigma.engine.model.ModelFormatException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a Hugging Face {@code tokenizer.json} of a BPE says. What this engine does not do is
 * refused, never left out.
 *
 * @param idOfToken ids by the strings of the vocabulary; control tokens are not in it
 * @param addedTokens control tokens by name
 * @param tokenBytes bytes by id; empty for special tokens and for ids that nothing stands for
 * @param idOfByte ids of the tokens that stand for one byte
 * @param merges the merges
 * @param spelling how text is written
 * @param wholeWords whether a word that is a token is taken whole, without merging
 */
record TokenizerFile(
    Map<String, Integer> idOfToken,
    Map<String, Integer> addedTokens,
    byte[][] tokenBytes,
    int[] idOfByte,
    MergeTable merges,
    Spelling spelling,
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
    Keys.require(model, "type", "BPE");
    for (String key : List.of("dropout", "continuing_subword_prefix", "end_of_word_suffix")) {
      Keys.require(model, key, "");
    }
    Spelling spelling = Spelling.of(root);
    byte[][] tokenBytes = new byte[vocabulary][];
    Map<String, Integer> added = addedTokens(root.path("added_tokens"), tokenBytes);
    Map<String, Integer> ids = vocabulary(model.path("vocab"), added, spelling, tokenBytes);
    for (int id = 0; id < vocabulary; id++) {
      if (tokenBytes[id] == null) {
        tokenBytes[id] = new byte[0];
      }
    }
    return new TokenizerFile(
        ids,
        added,
        tokenBytes,
        idOfByte(ids, spelling),
        merges(model.path("merges"), ids, spelling.mergesToControl() ? added.keySet() : Set.of()),
        spelling,
        model.path("ignore_merges").asBoolean(false));
  }

  private static Map<String, Integer> addedTokens(JsonNode tokens, byte[][] tokenBytes) {
    if (!(Keys.absent(tokens) || tokens.isArray()) || tokens.size() > MAX_ADDED) {
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
      JsonNode vocab, Map<String, Integer> added, Spelling spelling, byte[][] tokenBytes) {
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
      if (token.isEmpty()) {
        throw new ModelFormatException("token \"\" (expected: at least one byte)");
      }
      tokenBytes[id] = spelling.bytes(token);
      ids.put(token, id);
    }
    return ids;
  }

  private static int[] idOfByte(Map<String, Integer> ids, Spelling spelling) {
    int[] idOfByte = new int[256];
    for (int b = 0; b < 256; b++) {
      Integer id = ids.get(spelling.byteToken(b));
      if (id == null) {
        throw new ModelFormatException(
            "model.vocab: no token for byte %d (expected: one for each byte)".formatted(b));
      }
      idOfByte[b] = id;
    }
    return idOfByte;
  }

  private static int id(String token, JsonNode value, byte[][] tokenBytes) {
    if (!value.isInt() || value.intValue() < 0 || value.intValue() >= tokenBytes.length) {
      throw new ModelFormatException(
          "id of %s: %s (expected: 0 to %d, the model's vocabulary)"
              .formatted(Keys.clip(token), value, tokenBytes.length - 1));
    }
    if (tokenBytes[value.intValue()] != null) {
      throw new ModelFormatException(
          "id of %s: %d (expected: one that no other token has)"
              .formatted(Keys.clip(token), value.intValue()));
    }
    return value.intValue();
  }

  /**
   * Reads the merges.
   *
   * @param leftOut merges of and to these tokens are left out
   */
  private static MergeTable merges(JsonNode merges, Map<String, Integer> ids, Set<String> leftOut) {
    if (!merges.isArray() || merges.size() > MAX_MERGES) {
      throw new ModelFormatException(
          "model.merges: %s (expected: a list of at most %d)"
              .formatted(merges.isArray() ? merges.size() : "missing", MAX_MERGES));
    }
    MergeTable table = new MergeTable(merges.size());
    int rank = 0;
    for (JsonNode merge : merges.values()) {
      String[] pair = pair(merge);
      String union = pair[0] + pair[1];
      if (leftOut.contains(pair[0]) || leftOut.contains(pair[1]) || leftOut.contains(union)) {
        rank++;
        continue;
      }
      Integer leftId = ids.get(pair[0]);
      Integer rightId = ids.get(pair[1]);
      Integer merged = ids.get(union);
      if (leftId == null || rightId == null || merged == null) {
        throw new ModelFormatException(
            "model.merges: %s (expected: both parts and their union in the vocabulary, none a"
                    .formatted(Keys.clip(merge.toString()))
                + " control token)");
      }
      if (!table.add(leftId, rightId, rank++, merged)) {
        throw new ModelFormatException(
            "model.merges: %s (expected: each pair once)".formatted(Keys.clip(merge.toString())));
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
          "model.merges: %s (expected: \"a b\" or [a, b])".formatted(Keys.clip(merge.toString())));
    }
    return new String[] {text.substring(0, space), text.substring(space + 1)};
  }
}
