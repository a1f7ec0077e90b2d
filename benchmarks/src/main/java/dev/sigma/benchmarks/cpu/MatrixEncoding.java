package dev.sigma.benchmarks.cpu;

import java.io.IOException;

/** How matrices stand in a safetensors file. */
enum MatrixEncoding {

  /** compressed-tensors: the integers as they are, {@code X.weight_scale} in f16. */
  INT8("I8", "_scale", "F16", Short.BYTES) {
    @Override
    long bytes(long values) {
      return values;
    }

    @Override
    void writeValues(LittleEndianFile out, byte[] values, short[] scales) throws IOException {
      out.bytes(values);
    }

    @Override
    void writeScales(LittleEndianFile out, byte[] values, short[] scales) throws IOException {
      for (short scale : scales) {
        out.int16(scale);
      }
    }
  },

  /**
   * Jlama's Q4, rounded as Jlama rounds when it quantises a model: the value of largest magnitude
   * becomes -8; a byte holds value {@code j} of its group and, in the high half, value {@code j +
   * 16}; both plus 8. {@code X.weight.qb} in f32. Jlama reads int8 weights too, but multiplies by
   * none: 4 bits are what its kernels are made for.
   */
  JLAMA_Q4("Q4", ".qb", "F32", Float.BYTES) {
    @Override
    long bytes(long values) {
      return values / 2;
    }

    @Override
    void writeValues(LittleEndianFile out, byte[] values, short[] scales) throws IOException {
      byte[] packed = new byte[HALF];
      for (int from = 0; from < values.length; from += ModelTensor.GROUP) {
        int extreme = extreme(values, from);
        for (int j = 0; j < HALF; j++) {
          int low = nibble(values[from + j], extreme);
          int high = nibble(values[from + j + HALF], extreme);
          packed[j] = (byte) (low | high << 4);
        }
        out.bytes(packed);
      }
    }

    @Override
    void writeScales(LittleEndianFile out, byte[] values, short[] scales) throws IOException {
      for (int group = 0; group < scales.length; group++) {
        int extreme = extreme(values, group * ModelTensor.GROUP);
        out.float32(Float.float16ToFloat(scales[group]) * extreme / -8);
      }
    }
  };

  private static final int HALF = ModelTensor.GROUP / 2;

  private final String type;
  private final String suffix;
  private final String scaleType;
  private final int scaleBytes;

  MatrixEncoding(String type, String suffix, String scaleType, int scaleBytes) {
    this.type = type;
    this.suffix = suffix;
    this.scaleType = scaleType;
    this.scaleBytes = scaleBytes;
  }

  /** Bytes of so many values, scales apart. */
  abstract long bytes(long values);

  /** Writes the values of a row. */
  abstract void writeValues(LittleEndianFile out, byte[] values, short[] scales) throws IOException;

  /** Writes the scales of a row. */
  abstract void writeScales(LittleEndianFile out, byte[] values, short[] scales) throws IOException;

  /** Name of the values' type. */
  String type() {
    return type;
  }

  /** What the name of a matrix's scales has at its end. */
  String suffix() {
    return suffix;
  }

  String scaleType() {
    return scaleType;
  }

  /** Bytes of a scale. */
  int scaleBytes() {
    return scaleBytes;
  }

  /** The first value of largest magnitude in a group. */
  private static int extreme(byte[] values, int from) {
    int extreme = 0;
    for (int i = from; i < from + ModelTensor.GROUP; i++) {
      if (Math.abs(values[i]) > Math.abs(extreme)) {
        extreme = values[i];
      }
    }
    return extreme;
  }

  private static int nibble(int value, int extreme) {
    return extreme == 0 ? 8 : Math.min(15, (int) (-8f * value / extreme + 8.5f));
  }
}
