package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.model.WeightMatrix;
import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.runner.ActivationRounding;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.lwjgl.system.MemoryUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One or more weight matrices over the same input, packed on the device in panels of 32 outputs as
 * {@code weights.cl} says.
 *
 * @param encoding how the values lie
 * @param panels panels of 32 lanes
 * @param outputs columns that the product has: lanes that mean something, or half of them where
 *     gate and up are paired
 * @param inputs input features
 * @param group inputs that share a scale; 0: no scales
 * @param data the values
 * @param halfScales whether the scales are f16: where that loses nothing, and the kernels can
 * @param scales the scales; {@code data} again where there are none, never read then
 */
record PackedMatrix(
    WeightEncoding encoding,
    int panels,
    int outputs,
    int inputs,
    int group,
    DeviceBuffer data,
    boolean halfScales,
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

  /** How kernels that read it are built. */
  String options() {
    return "-DWEIGHTS=" + encoding + (halfScales ? " -DHALF_SCALES" : "");
  }

  /** Groups of rounded inputs that share a scale, where the encoding is in quads. */
  int scaleGroups() {
    int groups = Math.ceilDiv(inputs, ActivationRounding.GROUP);
    return Math.min(groups, Math.ceilDiv(group, ActivationRounding.GROUP));
  }

  /** The rows of the matrices one after another. */
  static PackedMatrix concatenate(Kernels kernels, WeightMatrix... matrices) {
    List<WeightMatrix> list = agreeing(List.of(matrices));
    int outputs = list.stream().mapToInt(WeightMatrix::rows).reduce(0, Math::addExact);
    return pack(
        kernels.device(),
        WeightEncoding.of(list, kernels.family()),
        list,
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
  static PackedMatrix pair(Kernels kernels, WeightMatrix gate, WeightMatrix up) {
    List<WeightMatrix> list = agreeing(List.of(gate, up));
    int half = PANEL / 2;
    return pack(
        kernels.device(),
        WeightEncoding.of(list, kernels.family()),
        list,
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
      DeviceContext device,
      WeightEncoding encoding,
      List<WeightMatrix> matrices,
      int panels,
      int outputs,
      Lanes lanes) {
    WeightMatrix like = matrices.getFirst();
    int panelBytes = encoding.panelBytes(like.columns());
    DeviceBuffer data = device.buffer(like.name(), (long) panels * panelBytes);
    boolean quantised = like.format().quantised();
    int scaleCount = PANEL * like.groups();
    boolean halfScales = encoding.quads() && matrices.stream().allMatch(PackedMatrix::halvable);
    int scaleBytes = halfScales ? Short.BYTES : Float.BYTES;
    DeviceBuffer scales =
        quantised
            ? device.buffer(like.name() + " scales", (long) panels * scaleCount * scaleBytes)
            : data;
    ByteBuffer panelData = MemoryUtil.memAlloc(panelBytes);
    ByteBuffer panelScales = MemoryUtil.memCalloc(Math.max(1, scaleCount * scaleBytes));
    byte[] zeros = new byte[panelBytes];
    Arrays.fill(zeros, encoding.zero());
    try {
      for (int panel = 0; panel < panels; panel++) {
        panelData.put(0, zeros);
        for (int i = 0; i < panelScales.capacity(); i++) {
          panelScales.put(i, (byte) 0);
        }
        for (int lane = 0; lane < PANEL; lane++) {
          Source source = lanes.at(panel * PANEL + lane);
          if (source.row() >= 0) {
            putLane(encoding, source, lane, panelData);
            int firstScale = source.row() * like.groups();
            for (int g = 0; g < like.groups(); g++) {
              float scale = source.matrix().scales()[firstScale + g];
              int at = (g * PANEL + lane) * scaleBytes;
              if (halfScales) {
                panelScales.putShort(at, Float.floatToFloat16(scale));
              } else {
                panelScales.putFloat(at, scale);
              }
            }
          }
        }
        data.write((long) panel * panelBytes, panelData);
        if (quantised) {
          scales.write((long) panel * scaleCount * scaleBytes, panelScales);
        }
      }
    } finally {
      MemoryUtil.memFree(panelData);
      MemoryUtil.memFree(panelScales);
    }
    return new PackedMatrix(
        encoding, panels, outputs, like.columns(), like.groupSize(), data, halfScales, scales);
  }

  /** Whether f16 holds every scale as it is. */
  private static boolean halvable(WeightMatrix w) {
    for (float scale : w.scales()) {
      if (Float.float16ToFloat(Float.floatToFloat16(scale)) != scale) {
        return false;
      }
    }
    return true;
  }

  private static void putLane(WeightEncoding encoding, Source source, int lane, ByteBuffer panel) {
    WeightMatrix w = source.matrix();
    MemorySegment data = w.data();
    long base = source.row() * w.format().rowBytes(w.columns());
    switch (encoding) {
      case F32 -> {
        for (int k = 0; k < w.columns(); k++) {
          panel.putInt(4 * (k * PANEL + lane), data.get(INT, base + 4L * k));
        }
      }
      case F16, BF16 -> {
        for (int k = 0; k < w.columns(); k++) {
          panel.putShort(2 * (k * PANEL + lane), data.get(SHORT, base + 2L * k));
        }
      }
      case INT8 -> {
        for (int k = 0; k < w.columns(); k++) {
          panel.put(k * PANEL + lane, data.get(ValueLayout.JAVA_BYTE, base + k));
        }
      }
      case INT4 -> {
        int shift = lane < 16 ? 0 : 4;
        for (int k = 0; k < w.columns(); k++) {
          // value + 8 in the file, two's complement in the panel: flip the top bit
          add(panel, k * PANEL / 2 + lane % 16, (nibble(data, base, k) ^ 8) << shift);
        }
      }
      case INT8_QUADS -> {
        for (int k = 0; k < w.columns(); k++) {
          byte value = data.get(ValueLayout.JAVA_BYTE, base + k);
          panel.put(k / 4 * 4 * PANEL + 4 * lane + k % 4, (byte) (value ^ 0x80));
        }
      }
      case INT4_QUADS -> {
        for (int k = 0; k < w.columns(); k++) {
          // the padding's 8 goes out as the value comes in
          int bits = (nibble(data, base, k) ^ 8) << (k / 4 % 2 * 4);
          int at = k / 8 * 4 * PANEL + 4 * lane + k % 4;
          panel.put(at, (byte) (panel.get(at) ^ bits));
        }
      }
    }
  }

  private static int nibble(MemorySegment data, long base, int k) {
    return (data.get(INT, base + 4L * (k / 8)) >>> (4 * (k % 8))) & 0xF;
  }

  private static void add(ByteBuffer panel, int at, int bits) {
    panel.put(at, (byte) (panel.get(at) | bits));
  }
}
