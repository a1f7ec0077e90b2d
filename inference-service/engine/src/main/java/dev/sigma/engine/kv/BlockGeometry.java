package dev.sigma.engine.kv;

/**
 * What blocks that leave this process look like. Neighbours travel together as one value, aligned
 * to absolute block positions: a value begins at a multiple of {@code blocksPerValue} and is named
 * by the hash of its last block, which stands for all tokens up to it.
 *
 * @param epoch 32 bytes; values of another epoch mean nothing here
 * @param keyBytes K of one block over all layers
 * @param valueBytes V of one block over all layers
 * @param blocksPerValue blocks in a value, part of the epoch
 */
public record BlockGeometry(byte[] epoch, int keyBytes, int valueBytes, int blocksPerValue) {

  /**
   * Bytes that a value should not pass: small enough that a short shared prefix has whole values,
   * large enough that a call is not all overhead.
   */
  private static final int LARGEST_GROUP = 1 << 18;

  public BlockGeometry {
    epoch = epoch.clone();
    if (blocksPerValue < 1) {
      throw new IllegalArgumentException(
          "blocksPerValue: %d (expected: >= 1)".formatted(blocksPerValue));
    }
  }

  /** The largest power of two of blocks that stays within 256 KiB, at least one. */
  public static int blocksPerValue(int blockBytes) {
    return Math.max(1, Integer.highestOneBit(LARGEST_GROUP / blockBytes));
  }

  @Override
  public byte[] epoch() {
    return epoch.clone();
  }

  /** Bytes of one block, K then V. */
  public int blockBytes() {
    return keyBytes + valueBytes;
  }

  /** Bytes of a value. */
  public int bytes() {
    return Math.multiplyExact(blocksPerValue, blockBytes());
  }
}
