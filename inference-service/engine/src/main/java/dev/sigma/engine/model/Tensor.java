package dev.sigma.engine.model;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A tensor of a checkpoint, a view of the mapped file.
 *
 * @param file name of the file that holds it, for errors
 * @param name its name
 * @param type element type
 * @param shape dims, outermost first
 * @param data little-endian, row-major, of exactly the length that type and shape ask for
 */
record Tensor(String file, String name, DataType type, List<Long> shape, MemorySegment data) {

  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** Itself, if it is of this shape. */
  Tensor ofShape(long... expected) {
    if (!shape.equals(Arrays.stream(expected).boxed().toList())) {
      throw error("shape %s (expected: %s)".formatted(shape, Arrays.toString(expected)));
    }
    return this;
  }

  /** Itself, if it is of one of these types. */
  Tensor ofType(DataType first, DataType... others) {
    Set<DataType> expected = EnumSet.of(first, others);
    if (!expected.contains(type)) {
      throw error("dtype %s (expected: one of %s)".formatted(type, expected));
    }
    return this;
  }

  /**
   * All values of an F32, F16 or BF16 tensor, widened.
   *
   * @throws ModelFormatException for another type, or a value that is not finite
   */
  float[] floats() {
    ofType(DataType.F32, DataType.F16, DataType.BF16);
    long count = data.byteSize() / type.bytes;
    if (count > Integer.MAX_VALUE - 8) {
      throw error("%d values (expected: at most %d)".formatted(count, Integer.MAX_VALUE - 8));
    }
    float[] values = new float[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (type) {
            case F32 -> data.get(FLOAT, 4L * i);
            case F16 -> Float.float16ToFloat(data.get(SHORT, 2L * i));
            default -> Float.intBitsToFloat(data.get(SHORT, 2L * i) << 16);
          };
      if (!Float.isFinite(values[i])) {
        throw error("value %d is %s (expected: finite)".formatted(i, values[i]));
      }
    }
    return values;
  }

  /** Value {@code index} of an I64 tensor. */
  long int64(int index) {
    return ofType(DataType.I64).data.get(LONG, 8L * index);
  }

  ModelFormatException error(String message) {
    return new ModelFormatException(file + ": " + name + ": " + message);
  }
}
