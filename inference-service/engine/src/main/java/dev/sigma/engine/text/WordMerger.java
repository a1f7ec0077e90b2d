package dev.sigma.engine.text;

import java.util.PriorityQueue;

/**
 * Merges the symbols of one word: always the pair of lowest rank, of equals the leftmost. Symbols
 * are a linked list in arrays, pairs wait in a heap, so a word of n bytes takes O(n log n) however
 * long it is. An entry of the heap whose pair is gone is skipped when it comes up.
 */
final class WordMerger {

  private static final int GONE = -1;

  private final MergeTable merges;
  private final int[] ids;
  private final int[] previous;
  private final int[] next;

  /** Rank in the high half, position of the left symbol in the low one. */
  private final PriorityQueue<Long> waiting = new PriorityQueue<>();

  private WordMerger(MergeTable merges, int[] ids) {
    this.merges = merges;
    this.ids = ids;
    previous = new int[ids.length];
    next = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      previous[i] = i - 1;
      next[i] = i + 1;
    }
  }

  /**
   * Appends the tokens of a word.
   *
   * @param ids of the word's characters or bytes; overwritten
   */
  static void merge(int[] ids, MergeTable merges, TokenBuffer into) {
    new WordMerger(merges, ids).merge(into);
  }

  private void merge(TokenBuffer into) {
    for (int i = 0; i + 1 < ids.length; i++) {
      offer(i);
    }
    while (!waiting.isEmpty()) {
      long entry = waiting.remove();
      int left = (int) entry;
      long merge = mergeAt(left);
      if (merge != MergeTable.NONE && merge >>> 32 == entry >>> 32) {
        join(left, (int) merge);
      }
    }
    for (int i = 0; i < ids.length; i = next[i]) {
      into.add(ids[i]);
    }
  }

  private void join(int left, int merged) {
    int right = next[left];
    ids[left] = merged;
    ids[right] = GONE;
    next[left] = next[right];
    if (next[left] < ids.length) {
      previous[next[left]] = left;
      offer(left);
    }
    if (previous[left] >= 0) {
      offer(previous[left]);
    }
  }

  private void offer(int left) {
    long merge = mergeAt(left);
    if (merge != MergeTable.NONE) {
      waiting.add((merge >>> 32 << 32) | left);
    }
  }

  private long mergeAt(int left) {
    if (ids[left] == GONE || next[left] >= ids.length) {
      return MergeTable.NONE;
    }
    return merges.find(ids[left], ids[next[left]]);
  }
}
