package dev.sigma.engine.text;

import java.util.Arrays;

/**
 * Merges of a BPE: a pair of ids to its rank and the id that it becomes. Open addressing over
 * primitives, because there are hundreds of thousands and every pair of every word is looked up.
 */
final class MergeTable {

  /** What {@link #find} gives for a pair that does not merge. */
  static final long NONE = -1;

  private final long[] keys;
  private final long[] values;

  /** A table for at most {@code capacity} merges. */
  MergeTable(int capacity) {
    int slots = Integer.highestOneBit(Math.max(8, capacity)) * 4;
    keys = new long[slots];
    values = new long[slots];
    Arrays.fill(values, NONE);
  }

  /** Adds a merge; false: the pair is there already. */
  boolean add(int left, int right, int rank, int merged) {
    int slot = slot(key(left, right));
    if (values[slot] != NONE) {
      return false;
    }
    keys[slot] = key(left, right);
    values[slot] = (long) rank << 32 | merged;
    return true;
  }

  /** Rank in the high half, merged id in the low one, or {@link #NONE}. */
  long find(int left, int right) {
    return values[slot(key(left, right))];
  }

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & (keys.length - 1);
    while (values[slot] != NONE && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private static long key(int left, int right) {
    return (long) left << 32 | right;
  }
}
