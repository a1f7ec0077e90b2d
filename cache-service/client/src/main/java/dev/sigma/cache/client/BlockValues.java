package dev.sigma.cache.client;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Turns the K and V of token blocks into values to store, and back. A value is bound to its tenant,
 * epoch and key: opened for another, or changed in any bit, it is damaged. Thread-safe.
 */
public final class BlockValues {

  /** Bytes of an epoch and of a key. */
  public static final int DIGEST_BYTES = 32;

  private static final int WARM_UP_CALLS = 6_000;
  private static final int WARM_UP_BYTES = 1024;

  private final byte[] epoch;
  private final BlockCodec codec;
  private final int keyBytes;
  private final int valueBytes;
  private final ValueSeal seal;

  /**
   * @param serverKey shared by the workers and nobody else, at least 32 bytes
   * @param epoch 32 bytes
   * @param keyBytes K of one block over all layers, in f32
   * @param valueBytes V of one block over all layers, in f32
   */
  public BlockValues(
      byte[] serverKey, byte[] epoch, BlockCodec codec, int keyBytes, int valueBytes) {
    this.epoch = digest("epoch", epoch);
    this.codec = codec;
    if (!isF32(keyBytes) || !isF32(valueBytes)) {
      throw new IllegalArgumentException(
          "block: %d bytes of K, %d of V (expected: > 0, a multiple of 4)"
              .formatted(keyBytes, valueBytes));
    }
    this.keyBytes = keyBytes;
    this.valueBytes = valueBytes;
    seal = new ValueSeal(serverKey);
  }

  private static boolean isF32(int bytes) {
    return bytes > 0 && bytes % Float.BYTES == 0;
  }

  /** Bytes of K and V of {@code blocks} blocks, in f32. */
  public int plainBytes(int blocks) {
    long bytes = blocks * ((long) keyBytes + valueBytes);
    if (blocks < 1 || blocks > ValueHeader.MAX_BLOCKS || bytes > ValueHeader.MAX_PLAIN) {
      throw new IllegalArgumentException(
          "blocks: %d of %d bytes (expected: 1 to %d, %d bytes in all at most)"
              .formatted(
                  blocks, keyBytes + valueBytes, ValueHeader.MAX_BLOCKS, ValueHeader.MAX_PLAIN));
    }
    return (int) bytes;
  }

  /** Bytes of a value of {@code blocks} blocks as it is stored. */
  public int storedBytes(int blocks) {
    long sealed = ValueSeal.sealedBytes(codec.encodedBytes(plainBytes(blocks)));
    return ValueHeader.BYTES + Math.toIntExact(sealed);
  }

  /**
   * The value to store.
   *
   * @param key hash of the last block
   * @param plain K and V of the first block, then of the next: finite f32, little-endian
   */
  public ByteBuffer encode(String tenant, byte[] key, int blocks, ByteBuffer plain) {
    int bytes = plainBytes(blocks);
    if (plain.remaining() != bytes) {
      throw new IllegalArgumentException(
          "plain: %d bytes (expected: %d)".formatted(plain.remaining(), bytes));
    }
    digest("key", key);
    ByteBuffer value = ByteBuffer.allocate(storedBytes(blocks));
    value.position(ValueHeader.BYTES);
    seal.seal(tenant, epoch, key, codec.encode(plain), value);
    ByteBuffer payload = value.slice(ValueHeader.BYTES, value.capacity() - ValueHeader.BYTES);
    value.rewind();
    new ValueHeader(
            codec,
            epoch,
            key,
            blocks,
            keyBytes,
            valueBytes,
            payload.remaining(),
            ValueHeader.checksum(payload))
        .write(value);
    return value.rewind();
  }

  /**
   * What a stored value holds, laid out as it was given to {@link #encode}; the same bits, or as
   * near as the codec leaves them.
   *
   * @param key what it was asked for by
   * @throws DamagedValueException if it is not exactly what was stored there
   */
  public ByteBuffer decode(String tenant, byte[] key, ByteBuffer value)
      throws DamagedValueException {
    ValueHeader header = ValueHeader.read(value);
    checkDigest("epoch", header.epoch(), epoch);
    checkDigest("key", header.key(), digest("key", key));
    ValueHeader.check("codec", header.codec(), header.codec() == codec, codec);
    ValueHeader.check("bytes of K", header.keyBytes(), header.keyBytes() == keyBytes, keyBytes);
    ValueHeader.check(
        "bytes of V", header.valueBytes(), header.valueBytes() == valueBytes, valueBytes);
    ByteBuffer payload = value.slice(value.position() + ValueHeader.BYTES, header.payloadBytes());
    int checksum = ValueHeader.checksum(payload);
    ValueHeader.check(
        "payload checksum",
        checksum,
        checksum == header.payloadChecksum(),
        header.payloadChecksum());
    ByteBuffer encoded = ByteBuffer.allocate(codec.encodedBytes(plainBytes(header.blocks())));
    seal.open(tenant, epoch, key, encoded.capacity(), payload, encoded);
    return codec.decode(encoded.flip());
  }

  /**
   * Seals and opens short values until the JVM has compiled its fast ciphers and checksums, which
   * it does after some thousand calls: before, a value takes longer to open than to compute.
   */
  public void warmUp() {
    byte[] key = new byte[DIGEST_BYTES];
    ByteBuffer plain = ByteBuffer.allocate(WARM_UP_BYTES);
    int sealed = Math.toIntExact(ValueSeal.sealedBytes(WARM_UP_BYTES));
    try {
      for (int i = 0; i < WARM_UP_CALLS; i++) {
        ByteBuffer out = ByteBuffer.allocate(sealed);
        seal.seal("", epoch, key, plain, out);
        ValueHeader.checksum(out.flip());
        seal.open("", epoch, key, WARM_UP_BYTES, out, plain.clear());
        plain.clear();
      }
    } catch (DamagedValueException e) {
      throw new IllegalStateException("a value just sealed cannot be opened", e);
    }
  }

  private static void checkDigest(String field, byte[] found, byte[] expected)
      throws DamagedValueException {
    HexFormat hex = HexFormat.of();
    ValueHeader.check(
        field, hex.formatHex(found), Arrays.equals(found, expected), hex.formatHex(expected));
  }

  private static byte[] digest(String field, byte[] bytes) {
    if (bytes.length != DIGEST_BYTES) {
      throw new IllegalArgumentException(
          "%s: %d bytes (expected: %d)".formatted(field, bytes.length, DIGEST_BYTES));
    }
    return bytes.clone();
  }
}
