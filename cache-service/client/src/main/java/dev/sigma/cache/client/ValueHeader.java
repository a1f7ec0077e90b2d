package dev.sigma.cache.client;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The first bytes of a stored value, big-endian: magic, version, codec, epoch, key, geometry,
 * length and checksum of the payload, and a checksum of all that.
 *
 * @param codec how K and V are encoded
 * @param epoch 32 bytes: which model, layout and numerics the K/V belongs to
 * @param key 32 bytes: hash of the last block, which stands for all tokens up to it
 * @param blocks token blocks in the value, 1 to {@value #MAX_BLOCKS}
 * @param keyBytes K of one block over all layers, as f32
 * @param valueBytes V of one block over all layers, as f32
 * @param payloadBytes K and V of all blocks, encoded and sealed
 * @param payloadChecksum CRC-32C of the payload
 */
record ValueHeader(
    BlockCodec codec,
    byte[] epoch,
    byte[] key,
    int blocks,
    int keyBytes,
    int valueBytes,
    int payloadBytes,
    int payloadChecksum) {

  static final int BYTES = 4 + 2 + 2 + 32 + 32 + 4 * 4 + 4 + 4;
  static final int MAX_BLOCKS = 256;

  /** The most K and V that is ever allocated, whatever a header says. */
  static final int MAX_PLAIN = 64 << 20;

  private static final int MAGIC = 0x53_4B_56_31; // SKV1
  private static final short VERSION = 2;

  void write(ByteBuffer out) {
    int start = out.position();
    out.order(ByteOrder.BIG_ENDIAN).putInt(MAGIC).putShort(VERSION).putShort(codec.id());
    out.put(epoch).put(key).putInt(blocks).putInt(keyBytes).putInt(valueBytes);
    out.putInt(payloadBytes).putInt(payloadChecksum);
    out.putInt(checksum(out.slice(start, out.position() - start)));
  }

  /** The header at the start of {@code value}, all of whose claims fit the value's length. */
  static ValueHeader read(ByteBuffer value) throws DamagedValueException {
    check("value", value.remaining(), value.remaining() > BYTES, "> " + BYTES + " bytes");
    ByteBuffer in = value.duplicate().order(ByteOrder.BIG_ENDIAN);
    int actual = checksum(in.slice(in.position(), BYTES - 4));
    int magic = in.getInt();
    check("magic", HexFormat.of().toHexDigits(magic), magic == MAGIC, "SKV1");
    short version = in.getShort();
    check("version", version, version == VERSION, VERSION);
    BlockCodec codec = BlockCodec.of(in.getShort());
    byte[] epoch = bytes(in);
    byte[] key = bytes(in);
    ValueHeader header =
        new ValueHeader(
            codec, epoch, key, in.getInt(), in.getInt(), in.getInt(), in.getInt(), in.getInt());
    int declared = in.getInt();
    check("header checksum", declared, declared == actual, actual);
    header.checkGeometry(in.remaining());
    return header;
  }

  private void checkGeometry(int rest) throws DamagedValueException {
    check("blocks", blocks, blocks >= 1 && blocks <= MAX_BLOCKS, "1 to " + MAX_BLOCKS);
    check("bytes of K", keyBytes, keyBytes > 0, "> 0");
    check("bytes of V", valueBytes, valueBytes > 0, "> 0");
    long plain = blocks * ((long) keyBytes + valueBytes);
    check("plain bytes", plain, plain <= MAX_PLAIN, "<= " + MAX_PLAIN);
    long sealed = ValueSeal.sealedBytes(codec.encodedBytes((int) plain));
    check("payload", payloadBytes, payloadBytes == sealed, sealed);
    check("bytes after the header", rest, rest == payloadBytes, payloadBytes);
  }

  static int checksum(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate());
    return (int) crc.getValue();
  }

  static void check(String field, Object found, boolean right, Object expected)
      throws DamagedValueException {
    if (!right) {
      throw new DamagedValueException(field, found, expected);
    }
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[32];
    in.get(bytes);
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ValueHeader h
        && codec == h.codec
        && Arrays.equals(epoch, h.epoch)
        && Arrays.equals(key, h.key)
        && blocks == h.blocks
        && keyBytes == h.keyBytes
        && valueBytes == h.valueBytes
        && payloadBytes == h.payloadBytes
        && payloadChecksum == h.payloadChecksum;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return "%s, %d blocks of %d + %d bytes, key %s, epoch %s"
        .formatted(
            codec,
            blocks,
            keyBytes,
            valueBytes,
            HexFormat.of().formatHex(key, 0, 6),
            HexFormat.of().formatHex(epoch, 0, 6));
  }
}
