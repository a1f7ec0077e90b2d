package dev.sigma.engine.runner.opencl;

import static dev.sigma.engine.runner.opencl.TestDevice.download;
import static dev.sigma.engine.runner.opencl.TestDevice.randomFloats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sigma.engine.model.WeightMatrix;
import dev.sigma.engine.model.WeightMatrix.Format;
import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.opencl.Kernel;
import dev.sigma.engine.runner.NumericsMode;
import dev.sigma.engine.runner.RandomModels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kernel alone against plain Java, at awkward sizes. */
class KernelsTest {

  private static DeviceContext device;
  private static Kernels kernels;
  private int liveBefore;

  @BeforeAll
  static void openDevice() {
    device = DeviceContext.open(new DeviceChoice.Auto(), TestDevice.KERNEL_CACHE);
    kernels = new Kernels(device, KernelFamily.PORTABLE, NumericsMode.EXACT);
  }

  @AfterAll
  static void closeDevice() {
    device.close();
    assertThat(device.liveResources()).isZero();
  }

  @BeforeEach
  void count() {
    liveBefore = device.liveResources();
  }

  @AfterEach
  void nothingVanished() {
    assertThat(device.liveResources()).isGreaterThanOrEqualTo(liveBefore);
  }

  static Stream<Arguments> linearCases() {
    return Stream.of(Format.values())
        .flatMap(
            format ->
                Stream.of(
                    Arguments.of(format, 1, 1, 1),
                    Arguments.of(format, 13, 207, 32),
                    Arguments.of(format, 32, 64, 32),
                    Arguments.of(format, 49, 13, 5),
                    Arguments.of(format, 207, 13, 64)));
  }

  @ParameterizedTest
  @MethodSource("linearCases")
  void linear_anyShape_everyVariantGivesTheSameRightBits(
      Format format, int outputs, int inputs, int group) {
    int rows = 13;
    WeightMatrix w = matrix(format, outputs, inputs, group);
    float[] x = randomFloats(rows * inputs, 5);
    double[] expected = product(w, x, rows);
    int[] bits = new int[0];
    for (int variant = 0; variant < Linear.ROWS.length; variant++) {
      float[] y =
          runLinear(PackedMatrix.concatenate(kernels, w), x, rows, Product.Epilogue.STORE, variant);
      for (int i = 0; i < y.length; i++) {
        assertThat((double) y[i]).isCloseTo(expected[i], within(tolerance(inputs)));
      }
      int[] now = bits(y);
      if (variant > 0) {
        assertThat(now).as("%d rows a work-item", Linear.ROWS[variant]).isEqualTo(bits);
      }
      bits = now;
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void linear_added_isTheSumBitForBit(Format format) {
    WeightMatrix w = matrix(format, 45, 13, 5);
    PackedMatrix packed = PackedMatrix.concatenate(kernels, w);
    float[] x = randomFloats(2 * 13, 6);
    float[] product = runLinear(packed, x, 2, Product.Epilogue.STORE, 1);
    float[] sum = runLinear(packed, x, 2, Product.Epilogue.ADD, 1);
    for (int i = 0; i < sum.length; i++) {
      assertThat(sum[i]).isEqualTo(product[i] + 0.5f); // what runLinear puts there before
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 37})
  void linear_gateAndUp_isSiluTimesUp(int inner) {
    int inputs = 19;
    WeightMatrix gate = matrix(Format.INT8, inner, inputs, 7);
    WeightMatrix up = matrix(Format.INT8, inner, inputs, 7);
    assertGated(gate, up, inputs, randomFloats(3 * inputs, 7));
  }

  @Test
  void linear_gateAndUpOfDifferentEncodings_areWidened() {
    WeightMatrix gate = matrix(Format.INT4, 21, 19, 7);
    WeightMatrix up = matrix(Format.BF16, 21, 19, 0);
    assertGated(gate, up, 19, randomFloats(3 * 19, 8));
  }

  @Test
  void linear_gateOfExtremeValues_staysFinite() {
    float[] x = {1e30f, -1e30f, 88, -88, 104, -104, 0, -0f, 1e-40f, 700, -700, 20};
    WeightMatrix one = constant(1);
    for (float v : x) {
      float[] y =
          runLinear(
              PackedMatrix.pair(kernels, one, constant(0)),
              new float[] {v},
              1,
              Product.Epilogue.SILU_GATE,
              0);
      assertThat(y[0]).as("silu(%s) * 0", v).isZero();
      y =
          runLinear(
              PackedMatrix.pair(kernels, constant(1), constant(1)),
              new float[] {v},
              1,
              Product.Epilogue.SILU_GATE,
              0);
      double expected = v / (1 + Math.exp(-v)) * v;
      assertThat((double) y[0])
          .as("silu(%s) * %s", v, v)
          .isCloseTo(
              Math.abs(expected) > Float.MAX_VALUE ? Double.POSITIVE_INFINITY : expected,
              within(1e-30 + 3e-6 * Math.min(Math.abs(expected), 1e30)));
    }
    float[] y =
        runLinear(
            PackedMatrix.pair(kernels, one, one),
            new float[] {Float.NaN},
            1,
            Product.Epilogue.SILU_GATE,
            0);
    assertThat(y[0]).isNaN();
  }

  private static void assertGated(WeightMatrix gate, WeightMatrix up, int inputs, float[] x) {
    double[] g = product(gate, x, 3);
    double[] u = product(up, x, 3);
    DoubleUnaryOperator silu = v -> v / (1 + Math.exp(-v));
    float[] y =
        runLinear(PackedMatrix.pair(kernels, gate, up), x, 3, Product.Epilogue.SILU_GATE, 2);
    for (int i = 0; i < y.length; i++) {
      assertThat((double) y[i])
          .isCloseTo(silu.applyAsDouble(g[i]) * u[i], within(4 * tolerance(inputs)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 13, 16, 207})
  void norm_anyWidth_isRmsNorm(int width) {
    float[] x = randomFloats(3 * width, 9);
    float[] weight = randomFloats(width, 10);
    DeviceBuffer y = device.buffer("y", 4L * x.length);
    try (Kernel norm = kernels.norm()) {
      norm.with(upload(x)).with(upload(weight)).with(1e-5f).with(width).with(y).launch(3, 1);
      float[] actual = download(y, x.length);
      for (int row = 0; row < 3; row++) {
        double square = 0;
        for (int i = 0; i < width; i++) {
          square += (double) x[row * width + i] * x[row * width + i];
        }
        double factor = 1 / Math.sqrt(square / width + 1e-5);
        for (int i = 0; i < width; i++) {
          double expected = x[row * width + i] * factor * weight[i];
          assertThat((double) actual[row * width + i]).isCloseTo(expected, within(1e-5));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 97, 4097})
  void logitsSummary_anyVocabulary_isMaximumAndSum(int vocabulary) {
    float[] x = randomFloats(3 * vocabulary, 12);
    for (int i = 0; i < x.length; i++) {
      x[i] *= 30;
    }
    float[] actual = summarise(x, vocabulary);
    for (int row = 0; row < 3; row++) {
      double top = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < vocabulary; i++) {
        top = Math.max(top, x[row * vocabulary + i]);
      }
      double sum = 0;
      for (int i = 0; i < vocabulary; i++) {
        sum += Math.exp(x[row * vocabulary + i] - top);
      }
      assertThat((double) actual[2 * row]).isEqualTo(top);
      assertThat((double) actual[2 * row + 1]).isCloseTo(sum, within(3e-6 * sum));
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void logitsSummary_notFinite_isSaidByTheSum(float bad) {
    for (int at : new int[] {0, 15, 16, 36}) {
      float[] x = randomFloats(37, 13);
      x[at] = bad;
      assertThat(summarise(x, 37)[1]).isNaN();
    }
  }

  private static float[] summarise(float[] x, int vocabulary) {
    int rows = x.length / vocabulary;
    DeviceBuffer summaries = device.buffer("summaries", 8L * rows);
    try (Kernel summary = kernels.logitsSummary()) {
      summary.with(upload(x)).with(vocabulary).with(summaries).launch(rows, 1);
      return download(summaries, 2 * rows);
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void embed_anyEncoding_isTheRowItself(Format format) {
    WeightMatrix w = matrix(format, 75, 21, 4);
    PackedMatrix packed = PackedMatrix.concatenate(kernels, w);
    int[] tokens = {0, 74, 31, 32, 16, 47};
    int[] step = new int[8 + tokens.length];
    step[0] = tokens.length;
    step[2] = 8;
    System.arraycopy(tokens, 0, step, 8, tokens.length);
    DeviceBuffer x = device.buffer("x", 4L * 21 * tokens.length);
    try (Kernel embed = kernels.embed(packed)) {
      embed.with(upload(step)).with(packed.data()).with(packed.scales()).with(packed.group());
      embed.with(21).with(x).launch(tokens.length, 1);
      float[] actual = download(x, 21 * tokens.length);
      float[] row = new float[21];
      for (int i = 0; i < tokens.length; i++) {
        w.readRow(tokens[i], row);
        assertThat(Arrays.copyOfRange(actual, i * 21, i * 21 + 21)).isEqualTo(row);
      }
    }
  }

  /** The same bits as the same values in f32 give, subnormal ones and the largest among them. */
  @Test
  void linear_everyHalf_isThatOfItsF32() {
    int columns = 62; // 2^16 less the 2^11 that are not finite
    ByteBuffer halves = ByteBuffer.allocate(2 * 1024 * columns).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer floats = ByteBuffer.allocate(4 * 1024 * columns).order(ByteOrder.LITTLE_ENDIAN);
    for (int bits = 0; bits < 1 << 16; bits++) {
      float value = Float.float16ToFloat((short) bits);
      if (Float.isFinite(value)) {
        halves.putShort((short) bits);
        floats.putFloat(value);
      }
    }
    float[] x = randomFloats(2 * columns, 9);
    float[] of16 = product(Format.F16, halves.array(), columns, x);
    assertThat(bits(of16)).isEqualTo(bits(product(Format.F32, floats.array(), columns, x)));
    // alone: nothing large hides a small one
    float[] one = new float[columns];
    for (int k : new int[] {0, 1, 16, 61}) {
      one[k] = 1;
      of16 = product(Format.F16, halves.array(), columns, one);
      assertThat(bits(of16)).isEqualTo(bits(product(Format.F32, floats.array(), columns, one)));
      one[k] = 0;
    }
  }

  private static float[] product(Format format, byte[] data, int columns, float[] x) {
    java.lang.foreign.MemorySegment segment = java.lang.foreign.MemorySegment.ofArray(data);
    WeightMatrix w = new WeightMatrix("w", 1024, columns, format, segment, 0, new float[0]);
    PackedMatrix packed = PackedMatrix.concatenate(kernels, w);
    return runLinear(packed, x, x.length / columns, Product.Epilogue.STORE, 1);
  }

  private static WeightMatrix matrix(Format format, int rows, int columns, int group) {
    return new RandomModels(rows * 31L + columns).matrix("w", rows, columns, format, group, 0.5);
  }

  private static WeightMatrix constant(float value) {
    byte[] bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array();
    return new WeightMatrix(
        "constant",
        1,
        1,
        Format.F32,
        java.lang.foreign.MemorySegment.ofArray(bytes),
        0,
        new float[0]);
  }

  /** A product of random values of size 1: the error of a sum grows at most with its length. */
  private static double tolerance(int inputs) {
    return 1e-6 + inputs * 0x1p-22;
  }

  private static double[] product(WeightMatrix w, float[] x, int rows) {
    double[] y = new double[rows * w.rows()];
    float[] weights = new float[w.columns()];
    for (int out = 0; out < w.rows(); out++) {
      w.readRow(out, weights);
      for (int row = 0; row < rows; row++) {
        for (int k = 0; k < weights.length; k++) {
          y[row * w.rows() + out] += (double) weights[k] * x[row * weights.length + k];
        }
      }
    }
    return y;
  }

  private static float[] runLinear(
      PackedMatrix packed, float[] x, int rows, Product.Epilogue epilogue, int variant) {
    float[] before = new float[rows * packed.outputs()];
    Arrays.fill(before, 0.5f);
    DeviceBuffer y = upload(before);
    Linear linear =
        new Linear(
            kernels,
            packed,
            upload(new int[] {rows}),
            0,
            upload(x),
            packed.inputs(),
            y,
            packed.outputs(),
            epilogue);
    linear.launch(rows, variant);
    return download(y, before.length);
  }

  private static DeviceBuffer upload(float[] values) {
    return Products.upload(device, "test", values);
  }

  private static DeviceBuffer upload(int[] values) {
    DeviceBuffer buffer = device.buffer("test", 4L * values.length);
    ByteBuffer bytes = direct(values.length);
    bytes.asIntBuffer().put(values);
    buffer.write(0, bytes);
    return buffer;
  }

  private static ByteBuffer direct(int count) {
    return ByteBuffer.allocateDirect(4 * count).order(ByteOrder.nativeOrder());
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    return bits;
  }
}
