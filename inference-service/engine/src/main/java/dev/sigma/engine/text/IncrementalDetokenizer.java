package dev.sigma.engine.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text of a sequence as its tokens come. A character whose bytes are spread over tokens is held
 * back until it is whole; what can no longer become UTF-8 comes out as U+FFFD at once. All pieces
 * together equal {@link Tokenizer#decode} of all ids. Not thread-safe: one per sequence.
 */
public final class IncrementalDetokenizer {

  private final Tokenizer tokenizer;

  /** The start of a character; at most 3 bytes. */
  private byte[] pending = {};

  public IncrementalDetokenizer(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** The text that {@code id} completes; empty where it ends inside a character. */
  public String push(int id) {
    byte[] bytes = tokenizer.bytes(id);
    if (bytes.length == 0) {
      return "";
    }
    byte[] all = bytes;
    if (pending.length > 0) {
      ByteArrayOutputStream joined = new ByteArrayOutputStream(pending.length + bytes.length);
      joined.writeBytes(pending);
      joined.writeBytes(bytes);
      all = joined.toByteArray();
    }
    int held = unfinished(all);
    pending = Arrays.copyOfRange(all, all.length - held, all.length);
    return new String(all, 0, all.length - held, StandardCharsets.UTF_8);
  }

  /** What is held back, as U+FFFD: the answer ended inside a character. Empty otherwise. */
  public String flush() {
    String rest = new String(pending, StandardCharsets.UTF_8);
    pending = new byte[] {};
    return rest;
  }

  /**
   * Length of the longest suffix that is a proper prefix of some well-formed character (Unicode
   * 16.0, table 3-7), 0 to 3.
   */
  private static int unfinished(byte[] bytes) {
    for (int length = Math.min(3, bytes.length); length > 0; length--) {
      if (startsCharacter(bytes, bytes.length - length, length)) {
        return length;
      }
    }
    return 0;
  }

  private static boolean startsCharacter(byte[] bytes, int from, int length) {
    int lead = bytes[from] & 0xFF;
    int whole = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
    if (length >= whole) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      int next = bytes[from + i] & 0xFF;
      int least = i > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
      int most = i > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
      if (next < least || next > most) {
        return false;
      }
    }
    return true;
  }
}
