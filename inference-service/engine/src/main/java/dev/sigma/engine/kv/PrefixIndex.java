package dev.sigma.engine.kv;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which block holds the content of which hash, in this process. Only sealed blocks stand here: full
 * ones whose K/V has been computed and will not change. At most one entry per block, so the pool
 * bounds it. Not thread-safe.
 *
 * <p>Two places matter to whoever shares prefixes beyond this process: {@link #longestRun} ends
 * where a look-up elsewhere would begin, and {@link #seal} sees every block that could be stored
 * elsewhere, once.
 */
public final class PrefixIndex {

  private final BlockPool pool;
  private final Map<BlockHash, Integer> blocks = new HashMap<>();
  private final @Nullable BlockHash[] hashes;

  public PrefixIndex(BlockPool pool) {
    this.pool = pool;
    hashes = new BlockHash[pool.blocks()];
    pool.onEviction(this::evicted);
  }

  /** Entries. */
  public int size() {
    return blocks.size();
  }

  /**
   * Finds the longest run of blocks from the chain's start that are here. Nothing is retained.
   *
   * @param chain hashes of a sequence's blocks, in order
   * @param most hashes to look up at most; keep it below the whole prompt, whose last token must be
   *     computed for its logits
   * @param run receives the block ids
   * @return length of the run
   */
  public int longestRun(BlockHash[] chain, int most, int[] run) {
    int length = 0;
    while (length < most) {
      Integer block = blocks.get(chain[length]);
      if (block == null) {
        break;
      }
      run[length++] = block;
    }
    return length;
  }

  /**
   * Enters a block that has just become full. Where another block with this content is known, that
   * one is the answer and the caller should hold it instead: then every running sequence holds the
   * indexed blocks of its chain, and a head is never evicted before its tail.
   *
   * @param hash of the block's chain up to it
   * @param block in use
   * @return the block that holds this content from now on
   */
  public int seal(BlockHash hash, int block) {
    Integer known = blocks.putIfAbsent(hash, block);
    if (known != null) {
      return known;
    }
    pool.markIndexed(block);
    hashes[block] = hash;
    return block;
  }

  /** Forgets a block in use whose content is not to be trusted; it is free once it is released. */
  public void forget(int block) {
    BlockHash hash = hashes[block];
    if (hash != null) {
      blocks.remove(hash);
      hashes[block] = null;
      pool.unmarkIndexed(block);
    }
  }

  private void evicted(int block) {
    BlockHash hash = hashes[block];
    if (hash == null || !blocks.remove(hash, block)) {
      throw new IllegalStateException(
          "evicted block %d has the hash %s (expected: one that leads to it)"
              .formatted(block, hash));
    }
    hashes[block] = null;
  }
}
