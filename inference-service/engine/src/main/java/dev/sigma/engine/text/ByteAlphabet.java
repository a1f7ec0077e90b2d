package dev.sigma.engine.text;

import java.util.Arrays;

/**
 * GPT-2's characters for bytes, in which a byte-level vocabulary is written: printable Latin-1
 * stands for itself, the rest for U+0100 and up in byte order.
 */
final class ByteAlphabet {

  private static final char[] CHARACTERS = new char[256];
  private static final short[] BYTES = new short[0x144];

  static {
    Arrays.fill(BYTES, (short) -1);
    char next = 0x100;
    for (int b = 0; b < 256; b++) {
      boolean printable = (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xFF && b != 0xAD);
      CHARACTERS[b] = printable ? (char) b : next++;
      BYTES[CHARACTERS[b]] = (short) b;
    }
  }

  private ByteAlphabet() {}

  static char character(int b) {
    return CHARACTERS[b];
  }

  /** The byte that {@code character} stands for; -1: none. */
  static int byteOf(char character) {
    return character < BYTES.length ? BYTES[character] : -1;
  }
}
