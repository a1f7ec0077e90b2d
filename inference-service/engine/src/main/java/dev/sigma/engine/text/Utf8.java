package dev.sigma.engine.text;

import java.nio.charset.StandardCharsets;

/**
 * UTF-8 as tokens need it. What is malformed becomes one U+FFFD per maximal subpart (Unicode 16.0,
 * section 3.9), as in the tokenizers library; {@code new String} differs for encoded surrogates,
 * which it replaces as a whole.
 */
final class Utf8 {

  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  static String decode(byte[] bytes, int length) {
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) < 0) {
      return text;
    }
    StringBuilder exact = new StringBuilder(length);
    for (int i = 0; i < length; ) {
      int whole = characterBytes(bytes[i]);
      int good = goodBytes(bytes, i, Math.min(whole, length - i));
      if (whole > 0 && good == whole) {
        exact.append(new String(bytes, i, whole, StandardCharsets.UTF_8));
      } else {
        exact.append(REPLACEMENT);
      }
      i += Math.max(1, good);
    }
    return exact.toString();
  }

  /** Bytes at the end, 0 to 3, that are a character's start and may still become a whole one. */
  static int unfinished(byte[] bytes) {
    for (int length = Math.min(3, bytes.length); length > 0; length--) {
      int from = bytes.length - length;
      if (length < characterBytes(bytes[from]) && goodBytes(bytes, from, length) == length) {
        return length;
      }
    }
    return 0;
  }

  /** {@code text} as UTF-8; a surrogate without its partner becomes U+FFFD. */
  static byte[] encode(String text) {
    return wellFormed(text).getBytes(StandardCharsets.UTF_8);
  }

  /** {@code text} with U+FFFD for every surrogate without its partner. */
  static String wellFormed(String text) {
    if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return text;
    }
    StringBuilder fixed = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
        .forEach(fixed::appendCodePoint);
    return fixed.toString();
  }

  /** Length of the character that {@code lead} starts; 0: it starts none. */
  private static int characterBytes(byte lead) {
    int b = lead & 0xFF;
    if (b < 0x80) {
      return 1;
    }
    return b < 0xC2 ? 0 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : b < 0xF5 ? 4 : 0;
  }

  /** How many of up to {@code most} bytes from {@code from} on are a character's or its start. */
  private static int goodBytes(byte[] bytes, int from, int most) {
    int lead = bytes[from] & 0xFF;
    for (int i = 1; i < most; i++) {
      int next = bytes[from + i] & 0xFF;
      // The byte after these leads is narrower: no overlong forms, surrogates or beyond U+10FFFF.
      int least = i > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
      int greatest = i > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
      if (next < least || next > greatest) {
        return i;
      }
    }
    return most;
  }
}
