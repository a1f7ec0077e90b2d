package dev.sigma.engine.text;

import dev.sigma.engine.model.ModelFormatException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * GPT-2's: each byte is a character of {@link ByteAlphabet}.
 *
 * @param splitter cuts text into words
 * @param nfc whether text is normalised to NFC first
 */
record ByteLevelSpelling(WordSplitter splitter, boolean nfc) implements Spelling {

  static ByteLevelSpelling of(JsonNode root) {
    JsonNode decoder = root.path("decoder");
    if (!Keys.absent(decoder)) {
      Keys.require(decoder, "type", "ByteLevel");
    }
    return new ByteLevelSpelling(
        WordSplitter.of(root.path("pre_tokenizer")), nfc(root.path("normalizer")));
  }

  private static boolean nfc(JsonNode normalizer) {
    if (Keys.absent(normalizer)) {
      return false;
    }
    if (normalizer.path("type").asString("").equals("Sequence")) {
      boolean any = false;
      for (JsonNode part : normalizer.path("normalizers").values()) {
        any |= nfc(part);
      }
      return any;
    }
    Keys.require(normalizer, "type", "NFC");
    return true;
  }

  @Override
  public String normalised(String text) {
    return nfc ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
  }

  @Override
  public List<String> words(String normalised) {
    return splitter.split(normalised).stream().map(ByteLevelSpelling::written).toList();
  }

  private static String written(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    char[] written = new char[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      written[i] = ByteAlphabet.character(bytes[i] & 0xFF);
    }
    return new String(written);
  }

  @Override
  public byte[] bytes(String token) {
    byte[] bytes = new byte[token.length()];
    for (int i = 0; i < bytes.length; i++) {
      int b = ByteAlphabet.byteOf(token.charAt(i));
      if (b < 0) {
        throw new ModelFormatException(
            "token %s (expected: characters of the byte-level alphabet)"
                .formatted(Keys.clip(token)));
      }
      bytes[i] = (byte) b;
    }
    return bytes;
  }

  @Override
  public String byteToken(int b) {
    return String.valueOf(ByteAlphabet.character(b));
  }

  @Override
  public boolean dropsFirstBlank() {
    return false;
  }

  @Override
  public boolean mergesToControl() {
    return false;
  }
}
