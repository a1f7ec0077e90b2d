package dev.sigma.engine.model;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * A linear layer's weight {@code [rows, columns]} (output rows, input columns; {@code y = W x}) as
 * it lies in the file, row-major and little-endian. A view: nothing is copied until a runner packs
 * it.
 *
 * @param name tensor name, for errors
 * @param rows output features
 * @param columns input features
 * @param format how {@code data} is encoded
 * @param data the values; F32: 4 bytes each; F16 and BF16: 2 bytes each; INT8: signed bytes; INT4:
 *     two's complement + 8, eight to a little-endian 32-bit word, column {@code j} in bits {@code 4
 *     * (j % 8)} of word {@code j / 8} of its row (compressed-tensors, pack-quantized)
 * @param groupSize columns that share a scale; 0 for floats
 * @param scales f32 scales {@code [rows, ceil(columns / groupSize)]}; empty for floats
 */
public record WeightMatrix(
    String name,
    int rows,
    int columns,
    Format format,
    MemorySegment data,
    int groupSize,
    float[] scales) {

  /** Encoding of the values. */
  public enum Format {
    F32,
    F16,
    BF16,
    INT8,
    INT4;

    /** Bytes of one row of {@code columns} values. */
    public long rowBytes(int columns) {
      return switch (this) {
        case F32 -> 4L * columns;
        case F16, BF16 -> 2L * columns;
        case INT8 -> columns;
        case INT4 -> 4L * Math.ceilDiv(columns, 8);
      };
    }

    /** Whether the values are integers that need a scale. */
    public boolean quantised() {
      return this == INT8 || this == INT4;
    }
  }

  // Unaligned: safetensors aligns tensors to nothing in particular.
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  public WeightMatrix {
    if (rows <= 0 || columns <= 0) {
      throw new ModelFormatException(
          "%s: shape [%d, %d] (expected: both > 0)".formatted(name, rows, columns));
    }
    long bytes = Math.multiplyExact(format.rowBytes(columns), rows);
    if (data.byteSize() != bytes) {
      throw new ModelFormatException(
          "%s: %d bytes (expected: %d for %s [%d, %d])"
              .formatted(name, data.byteSize(), bytes, format, rows, columns));
    }
    if (format.quantised() ? groupSize <= 0 : groupSize != 0) {
      throw new ModelFormatException(
          "%s: group size %d (expected: %s for %s)"
              .formatted(name, groupSize, format.quantised() ? "> 0" : "0", format));
    }
    long scaleCount = groupSize == 0 ? 0 : (long) rows * Math.ceilDiv(columns, groupSize);
    if (scales.length != scaleCount) {
      throw new ModelFormatException(
          "%s: %d scales (expected: %d)".formatted(name, scales.length, scaleCount));
    }
  }

  /** Scales of one row, {@code ceil(columns / groupSize)}; 0 for floats. */
  public int groups() {
    return groupSize == 0 ? 0 : Math.ceilDiv(columns, groupSize);
  }

  /**
   * Widens one row to f32: a float as it is, an integer times its group's scale.
   *
   * @param row 0 to {@link #rows} minus 1
   * @param into receives {@link #columns} values from index 0; may be longer
   * @throws IndexOutOfBoundsException for a row that is none, or when {@code into} is too short
   */
  public void readRow(int row, float[] into) {
    Objects.checkIndex(row, rows);
    Objects.checkFromIndexSize(0, columns, into.length);
    long base = row * format.rowBytes(columns);
    int firstScale = row * groups();
    switch (format) {
      case F32 -> {
        for (int j = 0; j < columns; j++) {
          into[j] = data.get(FLOAT, base + 4L * j);
        }
      }
      case F16 -> {
        for (int j = 0; j < columns; j++) {
          into[j] = Float.float16ToFloat(data.get(SHORT, base + 2L * j));
        }
      }
      case BF16 -> {
        for (int j = 0; j < columns; j++) {
          into[j] = Float.intBitsToFloat(data.get(SHORT, base + 2L * j) << 16);
        }
      }
      case INT8 -> {
        for (int j = 0; j < columns; j++) {
          into[j] = data.get(ValueLayout.JAVA_BYTE, base + j) * scales[firstScale + j / groupSize];
        }
      }
      case INT4 -> {
        for (int j = 0; j < columns; j++) {
          int word = data.get(INT, base + 4L * (j / 8));
          int value = ((word >>> (4 * (j % 8))) & 0xF) - 8;
          into[j] = value * scales[firstScale + j / groupSize];
        }
      }
    }
  }
}
