package dev.sigma.engine.kv;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * SHA-256 of a sealed block and of all blocks before it: says which tokens, of which tenant, under
 * which epoch its K/V stands for. Made by {@link HashChain}.
 */
public record BlockHash(long a, long b, long c, long d) {

  /** Bytes of a hash. */
  public static final int BYTES = 32;

  /** The hash in {@code bytes}, big-endian as SHA-256 gives it. */
  static BlockHash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "block hash: %d bytes (expected: %d)".formatted(bytes.length, BYTES));
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new BlockHash(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
  }

  /** The 32 bytes, as SHA-256 gives them. */
  public byte[] bytes() {
    return ByteBuffer.allocate(BYTES).putLong(a).putLong(b).putLong(c).putLong(d).array();
  }

  /** Lower-case hex. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes());
  }
}
