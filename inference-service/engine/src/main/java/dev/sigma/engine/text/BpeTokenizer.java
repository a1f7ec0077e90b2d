package dev.sigma.engine.text;

import dev.sigma.engine.model.ModelFormatException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Byte-level BPE, read from a Hugging Face {@code tokenizer.json}: the ids are those that its
 * library gives for the same text without its added tokens.
 */
public final class BpeTokenizer implements Tokenizer {

  private final TokenizerFile file;
  private final Set<Integer> endTokens;
  private final int[] idOfByte = new int[256];
  private final int longestToken;

  private BpeTokenizer(TokenizerFile file, Set<Integer> endTokens) {
    this.file = file;
    this.endTokens = endTokens;
    for (int b = 0; b < 256; b++) {
      idOfByte[b] = Objects.requireNonNull(file.idOfBytes().get(String.valueOf((char) b)));
    }
    int longest = 1;
    for (byte[] bytes : file.tokenBytes()) {
      longest = Math.max(longest, bytes.length);
    }
    longestToken = longest;
  }

  /**
   * Reads a tokenizer.
   *
   * @param tokenizerJson the file
   * @param vocabulary ids of the model, 0 to this minus 1; those that the file leaves out stand for
   *     no bytes
   * @param endTokens ids that end an answer
   * @throws ModelFormatException when the file is malformed, or asks for what this one does not do
   */
  public static BpeTokenizer read(
      Path tokenizerJson, int vocabulary, Collection<Integer> endTokens) {
    return new BpeTokenizer(TokenizerFile.read(tokenizerJson, vocabulary), Set.copyOf(endTokens));
  }

  @Override
  public int vocabularySize() {
    return file.tokenBytes().length;
  }

  @Override
  public int[] encode(String text, int maxTokens) {
    TokenBuffer ids = new TokenBuffer("text", maxTokens);
    String plain = Utf8.wellFormed(text);
    if (file.nfc()) {
      plain = Normalizer.normalize(plain, Normalizer.Form.NFC);
    }
    // A char is at least a byte: what cannot fit is refused before any work is spent on it.
    if (plain.length() > (long) maxTokens * longestToken) {
      throw new TokenLimitException("text", maxTokens);
    }
    for (String word : file.splitter().split(plain)) {
      encodeWord(word.getBytes(StandardCharsets.UTF_8), ids);
    }
    return ids.toArray();
  }

  private void encodeWord(byte[] word, TokenBuffer into) {
    if (file.wholeWords() && word.length <= longestToken) {
      Integer whole = file.idOfBytes().get(new String(word, StandardCharsets.ISO_8859_1));
      if (whole != null) {
        into.add(whole);
        return;
      }
    }
    int[] ids = new int[word.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = idOfByte[word[i] & 0xFF];
    }
    WordMerger.merge(ids, file.merges(), into);
  }

  @Override
  public OptionalInt controlToken(String name) {
    Integer id = file.addedTokens().get(name);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  @Override
  public boolean endsAnswer(int id) {
    return endTokens.contains(id);
  }

  @Override
  public byte[] bytes(int id) {
    return file.tokenBytes()[checked(id)].clone();
  }

  @Override
  public String decode(int... ids) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4 * ids.length);
    for (int id : ids) {
      bytes.writeBytes(file.tokenBytes()[checked(id)]);
    }
    return Utf8.decode(bytes.toByteArray(), bytes.size());
  }

  private int checked(int id) {
    if (id < 0 || id >= vocabularySize()) {
      throw new IllegalArgumentException(
          "token id: %d (expected: 0 to %d)".formatted(id, vocabularySize() - 1));
    }
    return id;
  }
}
