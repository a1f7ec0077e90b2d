package dev.sigma.engine.text;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * How a {@code tokenizer.json} writes text: what its vocabulary's strings stand for, and the words,
 * written like them, that BPE merges within.
 */
sealed interface Spelling permits ByteLevelSpelling, SentencePieceSpelling {

  /** That of a file. */
  static Spelling of(JsonNode root) {
    return root.path("model").path("byte_fallback").asBoolean(false)
        ? SentencePieceSpelling.of(root)
        : ByteLevelSpelling.of(root);
  }

  /** {@code text}, changed as a whole; no token covers more of it than it has characters. */
  String normalised(String text);

  /** Words of a {@link #normalised} text, in order, as the vocabulary writes them. */
  List<String> words(String normalised);

  /** The bytes that a string of the vocabulary stands for; at least one. */
  byte[] bytes(String token);

  /** The string that stands for this byte alone. */
  String byteToken(int b);

  /** Whether a text's first blank is one that was put there, no part of it. */
  boolean dropsFirstBlank();

  /**
   * Whether files of this kind have merges that make a control token, to be left out: converted
   * SentencePiece ones have every merge of two tokens that makes a third.
   */
  boolean mergesToControl();
}
