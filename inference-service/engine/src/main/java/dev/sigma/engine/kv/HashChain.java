package dev.sigma.engine.kv;

import static dev.sigma.engine.runner.StepPlan.BLOCK_TOKENS;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash chain of one tenant under one epoch. With {@code t} the 16 token ids of a block as
 * little-endian 32-bit integers:
 *
 * <pre>
 * hash 0 = SHA-256("sigma-kv-1" || epoch || salt || t)
 * hash i = SHA-256(hash i-1 || t)
 * </pre>
 *
 * <p>Epoch and salt have 32 bytes each, so that no two inputs run into one another. Nothing depends
 * on the process or the machine: two workers with the same epoch and server key give the same
 * hashes. Thread-safe.
 */
public final class HashChain {

  private static final byte[] SEED = "sigma-kv-1".getBytes(StandardCharsets.US_ASCII);

  private final byte[] root;

  /**
   * @param epoch digest of all that a block's content depends on but its tokens, 32 bytes
   * @param salt the tenant's, 32 bytes; see {@link TenantSalts}
   */
  public HashChain(byte[] epoch, byte[] salt) {
    length("epoch", epoch);
    length("salt", salt);
    root =
        ByteBuffer.allocate(SEED.length + epoch.length + salt.length)
            .put(SEED)
            .put(epoch)
            .put(salt)
            .array();
  }

  /** Hash of the chain's first block, {@code tokens[0..16)}. */
  public BlockHash first(int[] tokens) {
    return digest(root, tokens, 0);
  }

  /** Hash of the block {@code tokens[from..from + 16)} that follows {@code parent}. */
  public BlockHash next(BlockHash parent, int[] tokens, int from) {
    return digest(parent.bytes(), tokens, from);
  }

  private static BlockHash digest(byte[] before, int[] tokens, int from) {
    ByteBuffer block =
        ByteBuffer.allocate(BLOCK_TOKENS * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    block.asIntBuffer().put(tokens, from, BLOCK_TOKENS);
    MessageDigest sha256 = sha256();
    sha256.update(before);
    sha256.update(block);
    return BlockHash.of(sha256.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }

  private static void length(String name, byte[] bytes) {
    if (bytes.length != BlockHash.BYTES) {
      throw new IllegalArgumentException(
          "%s: %d bytes (expected: %d)".formatted(name, bytes.length, BlockHash.BYTES));
    }
  }
}
