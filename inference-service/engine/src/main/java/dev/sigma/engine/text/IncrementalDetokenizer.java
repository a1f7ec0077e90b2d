package dev.sigma.engine.text;

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

  /** Whether a blank that comes next is no part of the text. */
  private boolean dropsBlank;

  /** From the start of a text. */
  public IncrementalDetokenizer(Tokenizer tokenizer) {
    this(tokenizer, tokenizer.dropsFirstBlank());
  }

  private IncrementalDetokenizer(Tokenizer tokenizer, boolean dropsBlank) {
    this.tokenizer = tokenizer;
    this.dropsBlank = dropsBlank;
  }

  /** Of tokens that go on with a text: their first blank is part of it. */
  public static IncrementalDetokenizer within(Tokenizer tokenizer) {
    return new IncrementalDetokenizer(tokenizer, false);
  }

  /** The text that {@code id} completes; empty where it ends inside a character. */
  public String push(int id) {
    byte[] bytes = tokenizer.bytes(id);
    byte[] all = Arrays.copyOf(pending, pending.length + bytes.length);
    System.arraycopy(bytes, 0, all, pending.length, bytes.length);
    int whole = all.length - Utf8.unfinished(all);
    pending = Arrays.copyOfRange(all, whole, all.length);
    String text = Utf8.decode(all, whole);
    if (dropsBlank && !text.isEmpty()) {
      dropsBlank = false;
      return text.startsWith(" ") ? text.substring(1) : text;
    }
    return text;
  }

  /** What is held back, as U+FFFD: the answer ended inside a character. Empty otherwise. */
  public String flush() {
    String rest = Utf8.decode(pending, pending.length);
    pending = new byte[] {};
    return rest;
  }
}
