package dev.sigma.engine.text;

import java.util.OptionalInt;

/** Text to token ids and back. Thread-safe. */
public interface Tokenizer {

  /** Ids are 0 to this minus 1. */
  int vocabularySize();

  /**
   * Ids of {@code text} as plain text: what looks like a control token in it is not one.
   *
   * @throws IllegalArgumentException when it would take more than {@code maxTokens}
   */
  int[] encode(String text, int maxTokens);

  /** Id of a control token such as {@code <|end|>}; empty: the model has none of that name. */
  OptionalInt controlToken(String name);

  /** Whether the model's answer ends with this token. */
  boolean endsAnswer(int id);

  /** The bytes that a token stands for; empty for control tokens. */
  byte[] bytes(int id);

  /** Whether {@link #decode} leaves out a blank that a text begins with: encoding put it there. */
  default boolean dropsFirstBlank() {
    return false;
  }

  /** Text of {@code ids}; bytes that are no UTF-8 become U+FFFD; control tokens give nothing. */
  String decode(int... ids);
}
