package dev.sigma.cache.client;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** How K and V, little-endian f32, are written into a value. */
public enum BlockCodec {

  /** As they are: a hit has the bits of a cold run. */
  LOSSLESS(1) {
    @Override
    int encodedBytes(int plain) {
      return plain;
    }

    @Override
    ByteBuffer encode(ByteBuffer plain) {
      return plain;
    }

    @Override
    ByteBuffer decode(ByteBuffer encoded) {
      return encoded;
    }
  },

  /**
   * Groups of {@value #GROUP} numbers, each an f32 scale and a signed byte a number: 3.6 times
   * smaller, wrong by at most 1/254 of the largest number of a group.
   */
  INT8(2) {
    @Override
    int encodedBytes(int plain) {
      int numbers = plain / Float.BYTES;
      return numbers + Float.BYTES * Math.ceilDiv(numbers, GROUP);
    }

    @Override
    ByteBuffer encode(ByteBuffer plain) {
      FloatBuffer in = plain.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      ByteBuffer out = littleEndian(encodedBytes(plain.remaining()));
      float[] group = new float[GROUP];
      while (in.hasRemaining()) {
        int size = Math.min(GROUP, in.remaining());
        in.get(group, 0, size);
        float largest = 0;
        for (int i = 0; i < size; i++) {
          largest = Math.max(largest, Math.abs(group[i]));
        }
        float scale = scale(largest);
        out.putFloat(scale);
        for (int i = 0; i < size; i++) {
          // A group of numbers too small for a scale is a group of zeros.
          out.put((byte) (scale == 0 ? 0 : clamp(group[i] / scale)));
        }
      }
      return out.flip();
    }

    @Override
    ByteBuffer decode(ByteBuffer encoded) {
      ByteBuffer in = encoded.duplicate().order(ByteOrder.LITTLE_ENDIAN);
      int groups = Math.ceilDiv(in.remaining(), GROUP + Float.BYTES);
      ByteBuffer out = littleEndian((in.remaining() - groups * Float.BYTES) * Float.BYTES);
      while (in.hasRemaining()) {
        float scale = in.getFloat();
        for (int i = Math.min(GROUP, in.remaining()); i > 0; i--) {
          out.putFloat(in.get() * scale);
        }
      }
      return out.flip();
    }
  };

  private static final int GROUP = 32;
  private static final int LARGEST_BYTE = 127;

  private final short id;

  BlockCodec(int id) {
    this.id = (short) id;
  }

  /** What names it in a value's header. */
  short id() {
    return id;
  }

  static BlockCodec of(short id) throws DamagedValueException {
    for (BlockCodec codec : values()) {
      if (codec.id == id) {
        return codec;
      }
    }
    throw new DamagedValueException("codec", id, "1 or 2");
  }

  /** Bytes that so many bytes of f32 take. */
  abstract int encodedBytes(int plain);

  /** {@code plain}, finite f32, encoded; perhaps the same buffer. */
  abstract ByteBuffer encode(ByteBuffer plain);

  /** What {@link #encode} made, as f32 again; perhaps the same buffer. */
  abstract ByteBuffer decode(ByteBuffer encoded);

  private static float scale(float largest) {
    float scale = largest / LARGEST_BYTE;
    return Float.isFinite(scale * LARGEST_BYTE) ? scale : Math.nextDown(scale);
  }

  /** The scale of tiny numbers is rounded much, so that a quotient may be above 127. */
  private static int clamp(float quotient) {
    return Math.clamp(Math.round(quotient), -LARGEST_BYTE, LARGEST_BYTE);
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
