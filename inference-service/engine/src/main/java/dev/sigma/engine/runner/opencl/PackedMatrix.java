package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.model.WeightMatrix;
import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceContext;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.lwjgl.system.MemoryUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One or more weight matrices over the same input, packed on the device in panels of 32 outputs as
 * {@code weights.cl} says.
 *
 * @param format how the values are encoded
 * @param panels panels of 32 lanes
 * @param outputs columns that the product has: lanes that mean something, or half of them where
 *     gate and up are paired
 * @param inputs input features
 * @param group inputs that share a scale; 0: no scales
 * @param data the values
 * @param scales the scales; {@code data} again where there are none, never read then
 */
record PackedMatrix(
    WeightMatrix.Format format,
    int panels,
    int outputs,
    int inputs,
    int group,
    DeviceBuffer data,
    DeviceBuffer scales) {

  static final int PANEL = 32;

  private static final Logger log = LoggerFactory.getLogger(PackedMatrix.class);

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** Row {@code row} of {@code matrix}, or padding where {@code row} is negative. */
  private record Source(WeightMatrix matrix, int row) {}

  /** Finds what stands in a lane. */
  private interface Lanes {
    Source at(int lane);
  }

  /** The rows of the matrices one after another. */
  static PackedMatrix concatenate(DeviceContext device, WeightMatrix... matrices) {
    List<WeightMatrix> list = agreeing(List.of(matrices));
    int outputs = list.stream().mapToInt(WeightMatrix::rows).reduce(0, Math::addExact);
    return pack(
        device,
        list.getFirst(),
        Math.ceilDiv(outputs, PANEL),
        outputs,
        lane -> {
          int row = lane;
          for (WeightMatrix matrix : list) {
            if (row < matrix.rows()) {
              return new Source(matrix, row);
            }
            row -= matrix.rows();
          }
          return new Source(list.getFirst(), -1);
        });
  }

  /** Panels of 16 gate rows and their 16 up rows, for the fused gated MLP. */
  static PackedMatrix pair(DeviceContext device, WeightMatrix gate, WeightMatrix up) {
    List<WeightMatrix> list = agreeing(List.of(gate, up));
    int half = PANEL / 2;
    return pack(
        device,
        list.getFirst(),
        Math.ceilDiv(gate.rows(), half),
        gate.rows(),
        lane -> {
          int row = lane / PANEL * half + lane % half;
          WeightMatrix matrix = list.get(lane % PANEL / half);
          return new Source(matrix, row < matrix.rows() ? row : -1);
        });
  }

  /**
   * A panel has one encoding. Matrices that differ in theirs (say one left out of quantisation) are
   * widened to f32, which loses nothing.
   */
  private static List<WeightMatrix> agreeing(List<WeightMatrix> matrices) {
    WeightMatrix first = matrices.getFirst();
    if (matrices.stream()
        .allMatch(m -> m.format() == first.format() && m.groupSize() == first.groupSize())) {
      return matrices;
    }
    log.info(
        "widened to f32, because their encodings differ: {}",
        matrices.stream().map(WeightMatrix::name).toList());
    return matrices.stream().map(PackedMatrix::widened).toList();
  }

  private static WeightMatrix widened(WeightMatrix w) {
    float[] all = new float[Math.multiplyExact(w.rows(), w.columns())];
    float[] row = new float[w.columns()];
    for (int r = 0; r < w.rows(); r++) {
      w.readRow(r, row);
      System.arraycopy(row, 0, all, r * w.columns(), w.columns());
    }
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(all.length, Float.BYTES));
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(all);
    return new WeightMatrix(
        w.name(),
        w.rows(),
        w.columns(),
        WeightMatrix.Format.F32,
        MemorySegment.ofBuffer(bytes),
        0,
        new float[0]);
  }

  private static PackedMatrix pack(
      DeviceContext device, WeightMatrix like, int panels, int outputs, Lanes lanes) {
    int panelBytes = Math.multiplyExact(like.columns(), rowBytes(like.format()));
    DeviceBuffer data = device.buffer(like.name(), (long) panels * panelBytes);
    boolean quantised = like.format().quantised();
    int scaleFloats = PANEL * like.groups();
    DeviceBuffer scales =
        quantised ? device.buffer(like.name() + " scales", 4L * panels * scaleFloats) : data;
    ByteBuffer panelData = MemoryUtil.memAlloc(panelBytes);
    ByteBuffer panelScales = MemoryUtil.memAlloc(Math.max(4, scaleFloats * Float.BYTES));
    byte[] zeros = new byte[panelBytes];
    try {
      for (int panel = 0; panel < panels; panel++) {
        panelData.put(0, zeros);
        for (int i = 0; i < scaleFloats; i++) {
          panelScales.putFloat(i * Float.BYTES, 0);
        }
        for (int lane = 0; lane < PANEL; lane++) {
          Source source = lanes.at(panel * PANEL + lane);
          if (source.row() >= 0) {
            putLane(source, lane, panelData);
            int firstScale = source.row() * like.groups();
            for (int g = 0; g < like.groups(); g++) {
              panelScales.putFloat(
                  (g * PANEL + lane) * Float.BYTES, source.matrix().scales()[firstScale + g]);
            }
          }
        }
        data.write((long) panel * panelBytes, panelData);
        if (quantised) {
          scales.write((long) panel * scaleFloats * Float.BYTES, panelScales);
        }
      }
    } finally {
      MemoryUtil.memFree(panelData);
      MemoryUtil.memFree(panelScales);
    }
    return new PackedMatrix(
        like.format(), panels, outputs, like.columns(), like.groupSize(), data, scales);
  }

  /** Bytes of one step of k in a panel. */
  private static int rowBytes(WeightMatrix.Format format) {
    return switch (format) {
      case F32 -> 4 * PANEL;
      case BF16 -> 2 * PANEL;
      case INT8 -> PANEL;
      case INT4 -> PANEL / 2;
    };
  }

  private static void putLane(Source source, int lane, ByteBuffer panel) {
    WeightMatrix w = source.matrix();
    MemorySegment data = w.data();
    long base = source.row() * w.format().rowBytes(w.columns());
    int step = rowBytes(w.format());
    switch (w.format()) {
      case F32 -> {
        for (int k = 0; k < w.columns(); k++) {
          int bits = data.get(INT, base + 4L * k);
          panel.putInt(k * step + 4 * lane, bits);
        }
      }
      case BF16 -> {
        for (int k = 0; k < w.columns(); k++) {
          panel.putShort(k * step + 2 * lane, data.get(SHORT, base + 2L * k));
        }
      }
      case INT8 -> {
        for (int k = 0; k < w.columns(); k++) {
          panel.put(k * step + lane, data.get(ValueLayout.JAVA_BYTE, base + k));
        }
      }
      case INT4 -> {
        int at = lane % 16;
        int shift = lane < 16 ? 0 : 4;
        for (int k = 0; k < w.columns(); k++) {
          int word = data.get(INT, base + 4L * (k / 8));
          // value + 8 in the file, two's complement in the panel: flip the top bit
          int nibble = ((word >>> (4 * (k % 8))) & 0xF) ^ 8;
          int index = k * step + at;
          panel.put(index, (byte) (panel.get(index) | nibble << shift));
        }
      }
    }
  }
}
