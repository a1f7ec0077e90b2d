package dev.sigma.engine.kv;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Who holds which block of a runner's K and V pools. Only ids live here; the content is the
 * runner's. A block is in one of three states:
 *
 * <ul>
 *   <li><i>free</i>: nobody holds it;
 *   <li><i>in use</i>: one or more sequences hold it, each with one reference;
 *   <li><i>cached</i>: no sequence holds it, but the prefix index knows its content. It is handed
 *       out again once no block is free, the least recently used first.
 * </ul>
 *
 * <p>Sequences give their blocks back from tail to head, so that of a chain the tail is evicted
 * first: a head without its tail is still a prefix, a tail without its head is nothing. Every
 * operation takes constant time and allocates nothing. Not thread-safe.
 */
public final class BlockPool {

  private static final int NONE = -1;

  private final int[] references;
  private final boolean[] indexed;

  /** Ids of free blocks, a stack. */
  private final int[] free;

  private int freeCount;

  /** Cached blocks as a doubly linked list from least to most recently used. */
  private final int[] older;

  private final int[] newer;
  private int oldest = NONE;
  private int newest = NONE;
  private int cachedCount;

  private IntConsumer evicted = block -> {};

  /**
   * @param blocks blocks in the runner's pools
   */
  public BlockPool(int blocks) {
    if (blocks <= 0) {
      throw new IllegalArgumentException("blocks: %d (expected: > 0)".formatted(blocks));
    }
    references = new int[blocks];
    indexed = new boolean[blocks];
    older = new int[blocks];
    newer = new int[blocks];
    Arrays.fill(older, NONE);
    Arrays.fill(newer, NONE);
    free = new int[blocks];
    for (int i = 0; i < blocks; i++) {
      free[i] = blocks - 1 - i; // so that block 0 goes first
    }
    freeCount = blocks;
  }

  /** Blocks in all. */
  public int blocks() {
    return references.length;
  }

  /** Blocks that nobody holds. */
  public int free() {
    return freeCount;
  }

  /** Blocks that only the prefix index holds. */
  public int cached() {
    return cachedCount;
  }

  /** Blocks that sequences hold. */
  public int inUse() {
    return references.length - freeCount - cachedCount;
  }

  /** Blocks that {@link #allocate} can still hand out. */
  public int available() {
    return freeCount + cachedCount;
  }

  /** References that sequences hold on {@code block}. */
  public int references(int block) {
    return references[block];
  }

  /**
   * Hands out a block with one reference, evicting the least recently used cached one if none is
   * free.
   *
   * @throws IllegalStateException when none is {@link #available}
   */
  public int allocate() {
    int block;
    if (freeCount > 0) {
      block = free[--freeCount];
    } else if (oldest != NONE) {
      block = oldest;
      unlink(block);
      indexed[block] = false;
      evicted.accept(block);
    } else {
      throw new IllegalStateException(
          "all %d blocks are in use (expected: the caller asks available() first)"
              .formatted(references.length));
    }
    references[block] = 1;
    return block;
  }

  /** Adds a reference to a block that is in use or cached. */
  public void retain(int block) {
    if (references[block] == 0) {
      if (!indexed[block]) {
        throw new IllegalStateException(
            "retain of block %d, which is free (expected: in use or cached)".formatted(block));
      }
      unlink(block);
    }
    references[block]++;
  }

  /** Gives one reference back. */
  public void release(int block) {
    if (references[block] == 0) {
      throw new IllegalStateException(
          "release of block %d, which nobody holds (expected: in use)".formatted(block));
    }
    references[block]--;
    if (references[block] > 0) {
      return;
    }
    if (indexed[block]) {
      append(block);
    } else {
      free[freeCount++] = block;
    }
  }

  /** Marks a block in use as known to the prefix index: it is cached once nobody holds it. */
  void markIndexed(int block) {
    if (references[block] == 0 || indexed[block]) {
      throw new IllegalStateException(
          "block %d: %d references, indexed %s (expected: in use, not indexed)"
              .formatted(block, references[block], indexed[block]));
    }
    indexed[block] = true;
  }

  /** Takes {@link #markIndexed} of a block in use back. */
  void unmarkIndexed(int block) {
    if (references[block] == 0 || !indexed[block]) {
      throw new IllegalStateException(
          "block %d: %d references, indexed %s (expected: in use, indexed)"
              .formatted(block, references[block], indexed[block]));
    }
    indexed[block] = false;
  }

  /** Sets who is told of each cached block that is handed out again. */
  void onEviction(IntConsumer listener) {
    evicted = listener;
  }

  private void append(int block) {
    older[block] = newest;
    newer[block] = NONE;
    if (newest == NONE) {
      oldest = block;
    } else {
      newer[newest] = block;
    }
    newest = block;
    cachedCount++;
  }

  private void unlink(int block) {
    if (older[block] == NONE) {
      oldest = newer[block];
    } else {
      newer[older[block]] = newer[block];
    }
    if (newer[block] == NONE) {
      newest = older[block];
    } else {
      older[newer[block]] = older[block];
    }
    older[block] = NONE;
    newer[block] = NONE;
    cachedCount--;
  }
}
