package dev.sigma.engine.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small {@code tokenizer.json} for tests: control tokens 0 to 5 as in the bundled model, byte b
 * as id 6 + b, then one id per merge that makes a new token.
 */
final class TokenizerJson {

  static final String[] CONTROL = {
    "<|endoftext|>", "<|system|>", "<|user|>", "<|assistant|>", "<|end|>", "<|pad|>"
  };

  /** Bundled and Llama-like models: words, digits one by one, signs, spaces. */
  static final String SPLIT =
      "[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

  final ObjectNode root = JsonMapper.shared().createObjectNode();
  final ObjectNode model = root.putObject("model");
  final ObjectNode vocab = JsonMapper.shared().createObjectNode();
  final ArrayNode merges = JsonMapper.shared().createArrayNode();

  TokenizerJson() {
    ArrayNode added = root.putArray("added_tokens");
    for (int i = 0; i < CONTROL.length; i++) {
      added.addObject().put("id", i).put("content", CONTROL[i]).put("special", true);
      vocab.put(CONTROL[i], i);
    }
    for (int b = 0; b < 256; b++) {
      vocab.put(String.valueOf(ByteAlphabet.character(b)), 6 + b);
    }
    model.put("type", "BPE").putNull("dropout").putNull("unk_token");
    model.set("vocab", vocab);
    model.set("merges", merges);
    root.putNull("normalizer");
    root.putObject("decoder").put("type", "ByteLevel");
    gpt2();
  }

  TokenizerJson gpt2() {
    root.putObject("pre_tokenizer")
        .put("type", "ByteLevel")
        .put("add_prefix_space", false)
        .put("use_regex", true);
    return this;
  }

  /** Splits by {@code regex}; digits before that where {@code individualDigits}. */
  TokenizerJson split(String regex, boolean individualDigits) {
    ObjectNode pre = root.putObject("pre_tokenizer").put("type", "Sequence");
    ArrayNode steps = pre.putArray("pretokenizers");
    if (individualDigits) {
      steps.addObject().put("type", "Digits").put("individual_digits", true);
    }
    ObjectNode split = steps.addObject().put("type", "Split").put("behavior", "Isolated");
    split.put("invert", false).putObject("pattern").put("Regex", regex);
    steps
        .addObject()
        .put("type", "ByteLevel")
        .put("add_prefix_space", false)
        .put("use_regex", false);
    return this;
  }

  /** Adds a merge of two byte strings, written as text. */
  TokenizerJson merge(String left, String right) {
    merges.add(written(left) + " " + written(right));
    token(left + right);
    return this;
  }

  /** Adds a merge in the newer form, a pair. */
  TokenizerJson mergePair(String left, String right) {
    merges.addArray().add(written(left)).add(written(right));
    token(left + right);
    return this;
  }

  TokenizerJson token(String text) {
    if (!vocab.has(written(text))) {
      vocab.put(written(text), vocab.size());
    }
    return this;
  }

  int id(String text) {
    return vocab.path(written(text)).intValue();
  }

  static String written(String text) {
    StringBuilder written = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      written.append(ByteAlphabet.character(b & 0xFF));
    }
    return written.toString();
  }

  Path write(Path folder) {
    try {
      return Files.writeString(folder.resolve("tokenizer.json"), root.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  BpeTokenizer tokenizer(Path folder) {
    return BpeTokenizer.read(write(folder), 400, Set.of(4));
  }
}
