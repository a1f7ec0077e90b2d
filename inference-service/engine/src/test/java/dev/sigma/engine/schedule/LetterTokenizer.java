package dev.sigma.engine.schedule;

import dev.sigma.engine.text.Tokenizer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** Id 0 ends an answer; id {@code i} is the {@code i}-th character from {@code @} on. */
record LetterTokenizer(int vocabularySize) implements Tokenizer {

  @Override
  public int[] encode(String text, int maxTokens) {
    if (text.length() > maxTokens) {
      throw new IllegalArgumentException(
          "%d tokens (expected: <= %d)".formatted(text.length(), maxTokens));
    }
    return text.chars().map(c -> c - '@').toArray();
  }

  @Override
  public OptionalInt controlToken(String name) {
    return name.equals("<|end|>") ? OptionalInt.of(0) : OptionalInt.empty();
  }

  @Override
  public boolean endsAnswer(int id) {
    return id == 0;
  }

  @Override
  public byte[] bytes(int id) {
    return id == 0 ? new byte[0] : new byte[] {(byte) ('@' + id)};
  }

  @Override
  public String decode(int... ids) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int id : ids) {
      bytes.writeBytes(bytes(id));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
