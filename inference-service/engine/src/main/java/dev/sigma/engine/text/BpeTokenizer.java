package dev.sigma.engine.text;

import dev.sigma.engine.model.ModelFormatException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * BPE, byte-level or SentencePiece's with bytes to fall back on, read from a Hugging Face {@code
 * tokenizer.json}: the ids are those that its library gives for the same text without its added
 * tokens.
 */
public final class BpeTokenizer implements Tokenizer {

  private final TokenizerFile file;
  private final Set<Integer> endTokens;
  private final Map<Integer, Integer> idOfCharacter = new HashMap<>();
  private final int longestToken;

  private BpeTokenizer(TokenizerFile file, Set<Integer> endTokens) {
    this.file = file;
    this.endTokens = endTokens;
    int longest = 1;
    for (Map.Entry<String, Integer> token : file.idOfToken().entrySet()) {
      String written = token.getKey();
      longest = Math.max(longest, written.length());
      if (written.codePointCount(0, written.length()) == 1) {
        idOfCharacter.put(written.codePointAt(0), token.getValue());
      }
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
    String plain = file.spelling().normalised(Utf8.wellFormed(text));
    // A char is at least one of a token's: what cannot fit is refused before any work is spent.
    if (plain.length() > (long) maxTokens * longestToken) {
      throw new TokenLimitException("text", maxTokens);
    }
    for (String word : file.spelling().words(plain)) {
      encodeWord(word, ids);
    }
    return ids.toArray();
  }

  private void encodeWord(String word, TokenBuffer into) {
    if (file.wholeWords() && word.length() <= longestToken) {
      Integer whole = file.idOfToken().get(word);
      if (whole != null) {
        into.add(whole);
        return;
      }
    }
    WordMerger.merge(symbols(word), file.merges(), into);
  }

  /** An id for each character, or for each byte of one that is no token. */
  private int[] symbols(String word) {
    int[] ids = new int[3 * word.length()]; // bytes of a char at most
    int size = 0;
    for (int i = 0; i < word.length(); ) {
      int character = word.codePointAt(i);
      Integer id = idOfCharacter.get(character);
      if (id != null) {
        ids[size++] = id;
      } else {
        for (byte b : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
          ids[size++] = file.idOfByte()[b & 0xFF];
        }
      }
      i += Character.charCount(character);
    }
    return Arrays.copyOf(ids, size);
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
  public boolean dropsFirstBlank() {
    return file.spelling().dropsFirstBlank();
  }

  @Override
  public String decode(int... ids) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4 * ids.length);
    for (int id : ids) {
      bytes.writeBytes(file.tokenBytes()[checked(id)]);
    }
    String text = Utf8.decode(bytes.toByteArray(), bytes.size());
    return dropsFirstBlank() && text.startsWith(" ") ? text.substring(1) : text;
  }

  private int checked(int id) {
    if (id < 0 || id >= vocabularySize()) {
      throw new IllegalArgumentException(
          "token id: %d (expected: 0 to %d)".formatted(id, vocabularySize() - 1));
    }
    return id;
  }
}
