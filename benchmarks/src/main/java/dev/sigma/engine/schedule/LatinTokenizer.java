package dev.sigma.engine.schedule;

import dev.sigma.engine.text.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** Tokens of a letter or two; every eighth ends inside a character that the next one completes. */
public final class LatinTokenizer implements Tokenizer {

  private static final byte[] UMLAUT = "ü".getBytes(StandardCharsets.UTF_8);

  private final byte[][] tokens = new byte[InstantRunner.VOCABULARY][];

  public LatinTokenizer() {
    for (int id = 0; id < tokens.length; id++) {
      byte first = (byte) ('a' + id % 26);
      tokens[id] =
          switch (id % 8) {
            case 0 -> new byte[] {first, UMLAUT[0]};
            case 1 -> new byte[] {UMLAUT[1], first};
            default -> new byte[] {first, ' '};
          };
    }
  }

  @Override
  public int vocabularySize() {
    return tokens.length;
  }

  @Override
  public int[] encode(String text, int maxTokens) {
    throw new UnsupportedOperationException("text to tokens");
  }

  @Override
  public OptionalInt controlToken(String name) {
    return OptionalInt.empty();
  }

  @Override
  public boolean endsAnswer(int id) {
    return false;
  }

  @Override
  public byte[] bytes(int id) {
    return tokens[id];
  }

  @Override
  public String decode(int... ids) {
    throw new UnsupportedOperationException("all tokens at once");
  }
}
