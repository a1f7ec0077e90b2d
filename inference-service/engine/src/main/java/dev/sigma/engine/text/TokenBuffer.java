package dev.sigma.engine.text;

import java.util.Arrays;

/** Ids in the making, never more than a limit. */
final class TokenBuffer {

  private final String what;
  private final int limit;
  private int[] ids;
  private int size;

  TokenBuffer(String what, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("maxTokens: %d (expected: >= 0)".formatted(limit));
    }
    this.what = what;
    this.limit = limit;
    this.ids = new int[Math.min(limit, 64)];
  }

  void add(int id) {
    if (size == limit) {
      throw new TokenLimitException(what, limit);
    }
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, (int) Math.min(limit, 2L * size));
    }
    ids[size++] = id;
  }

  /** How many more it takes. */
  int room() {
    return limit - size;
  }

  int[] toArray() {
    return Arrays.copyOf(ids, size);
  }
}
