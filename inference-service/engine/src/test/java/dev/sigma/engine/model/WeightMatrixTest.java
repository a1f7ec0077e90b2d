package dev.sigma.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigma.engine.model.WeightMatrix.Format;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightMatrixTest {

  @Test
  void readRow_int4_takesLowNibbleFirstAndOffsetEight() {
    // 0x76543210 little-endian: columns 0 to 7 hold 0 to 7, less 8; column 8 holds 15 - 8.
    byte[] row = {0x10, 0x32, 0x54, 0x76, 0x0F, 0, 0, 0};
    WeightMatrix matrix =
        new WeightMatrix(
            "w", 1, 9, Format.INT4, MemorySegment.ofArray(row), 4, new float[] {1, 2, 0.5f});
    float[] into = new float[9];
    matrix.readRow(0, into);
    assertThat(into).containsExactly(-8, -7, -6, -5, -8, -6, -4, -2, 3.5f);
  }

  @Test
  void readRow_floats_widenBitForBit() {
    byte[] bf16 = {(byte) 0x80, 0x3F, 0x20, (byte) 0xC0, (byte) 0xCD, 0x3D};
    assertThat(row(Format.BF16, bf16, 3))
        .containsExactly(1, -2.5f, Float.intBitsToFloat(0x3DCD0000));
    // 1, -2.5, the smallest subnormal and the largest value
    byte[] f16 = {0, 0x3C, 0, (byte) 0xC1, 1, 0, (byte) 0xFF, 0x7B};
    assertThat(row(Format.F16, f16, 4)).containsExactly(1, -2.5f, 0x1p-24f, 65504);
    byte[] f32 = {0, 0, (byte) 0x80, 0x3F, 1, 0, 0, (byte) 0x80};
    assertThat(row(Format.F32, f32, 2)).containsExactly(1, Float.intBitsToFloat(0x80000001));
  }

  /** Shapes that no group or word divides. */
  @ParameterizedTest
  @CsvSource({"1,1,32", "3,7,4", "5,33,32", "4,100,32", "2,64,64", "7,31,16", "3,24,1"})
  void readRow_quantised_isValueTimesScaleOfItsGroup(int rows, int columns, int group) {
    Random random = new Random(rows * 1000L + columns);
    int groups = Math.ceilDiv(columns, group);
    float[] scales = new float[rows * groups];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = random.nextFloat();
    }
    for (Format format : new Format[] {Format.INT8, Format.INT4}) {
      int[][] values = new int[rows][columns];
      byte[] data = new byte[(int) format.rowBytes(columns) * rows];
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          if (format == Format.INT8) {
            values[r][c] = random.nextInt(256) - 128;
            data[r * columns + c] = (byte) values[r][c];
          } else {
            values[r][c] = random.nextInt(16) - 8;
            int at = r * (int) format.rowBytes(columns) + c / 2;
            data[at] = (byte) (data[at] | (values[r][c] + 8) << (c % 2 * 4));
          }
        }
      }
      WeightMatrix matrix =
          new WeightMatrix("w", rows, columns, format, MemorySegment.ofArray(data), group, scales);
      float[] into = new float[columns + 1];
      into[columns] = 99;
      for (int r = 0; r < rows; r++) {
        matrix.readRow(r, into);
        for (int c = 0; c < columns; c++) {
          assertThat(into[c]).isEqualTo(values[r][c] * scales[r * groups + c / group]);
        }
        assertThat(into[columns]).isEqualTo(99);
      }
    }
  }

  @Test
  void create_lengthsThatDoNotFit_areRefused() {
    MemorySegment eight = MemorySegment.ofArray(new byte[8]);
    assertThatThrownBy(() -> new WeightMatrix("w", 1, 3, Format.F32, eight, 0, new float[0]))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage("w: 8 bytes (expected: 12 for F32 [1, 3])");
    assertThatThrownBy(() -> new WeightMatrix("w", 1, 8, Format.INT8, eight, 4, new float[1]))
        .hasMessage("w: 1 scales (expected: 2)");
    assertThatThrownBy(() -> new WeightMatrix("w", 1, 8, Format.INT8, eight, 0, new float[0]))
        .hasMessageContaining("group size 0 (expected: > 0");
    assertThatThrownBy(() -> new WeightMatrix("w", 0, 8, Format.INT8, eight, 4, new float[0]))
        .hasMessageContaining("expected: both > 0");
  }

  @Test
  void readRow_outOfRange_isRefused() {
    MemorySegment eight = MemorySegment.ofArray(new byte[8]);
    WeightMatrix matrix = new WeightMatrix("w", 1, 2, Format.F32, eight, 0, new float[0]);
    assertThatThrownBy(() -> matrix.readRow(1, new float[2]))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> matrix.readRow(0, new float[1]))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static float[] row(Format format, byte[] data, int columns) {
    // Shifted by a byte: a mapped tensor need not be aligned.
    byte[] shifted = new byte[data.length + 1];
    System.arraycopy(data, 0, shifted, 1, data.length);
    MemorySegment segment = MemorySegment.ofArray(shifted).asSlice(1);
    float[] into = new float[columns];
    new WeightMatrix("w", 1, columns, format, segment, 0, new float[0]).readRow(0, into);
    return Arrays.copyOf(into, columns);
  }
}
