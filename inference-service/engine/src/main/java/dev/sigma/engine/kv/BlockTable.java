package dev.sigma.engine.kv;

import static dev.sigma.engine.runner.StepPlan.BLOCK_TOKENS;

import java.util.Arrays;
import java.util.Objects;

/**
 * The blocks of one sequence: entry {@code p / 16} holds position {@code p}. Holds one reference on
 * each of them. Not thread-safe.
 */
public final class BlockTable {

  private final BlockPool pool;
  private final int limit;
  private int[] blocks = new int[4];
  private int size;

  /**
   * @param limit entries at most
   */
  public BlockTable(BlockPool pool, int limit) {
    this.pool = pool;
    this.limit = limit;
  }

  /** Blocks that {@code tokens} tokens take. */
  public static int blocksFor(int tokens) {
    return Math.ceilDiv(tokens, BLOCK_TOKENS);
  }

  /** Entries. */
  public int size() {
    return size;
  }

  /** Block ids, {@code [size()]} in use. Not to be changed; another array after an append. */
  public int[] blocks() {
    return blocks;
  }

  /** Positions that the blocks hold. */
  public int capacity() {
    return size * BLOCK_TOKENS;
  }

  /** Appends a block that others may hold too. */
  public void appendShared(int block) {
    pool.retain(block);
    append(block);
  }

  /** Appends a block of its own; the pool must have one. */
  public void appendNew() {
    append(pool.allocate());
  }

  /** Holds {@code block}, of the same content, instead of the one at {@code index}. */
  public void replace(int index, int block) {
    Objects.checkIndex(index, size);
    pool.retain(block);
    pool.release(blocks[index]);
    blocks[index] = block;
  }

  /** Gives all blocks back, the last first. */
  public void release() {
    while (size > 0) {
      pool.release(blocks[--size]);
    }
  }

  private void append(int block) {
    if (size == limit) {
      pool.release(block);
      throw new IllegalStateException(
          "block table: %d entries (expected: <= %d)".formatted(size + 1, limit));
    }
    if (size == blocks.length) {
      blocks = Arrays.copyOf(blocks, Math.min(limit, 2 * size));
    }
    blocks[size++] = block;
  }
}
