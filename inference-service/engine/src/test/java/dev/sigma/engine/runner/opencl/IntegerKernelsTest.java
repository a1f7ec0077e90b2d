package dev.sigma.engine.runner.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sigma.engine.model.WeightMatrix;
import dev.sigma.engine.model.WeightMatrix.Format;
import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.runner.ActivationRounding;
import dev.sigma.engine.runner.NumericsMode;
import dev.sigma.engine.runner.RandomModels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernels of integer products alone against plain Java, at awkward sizes. */
class IntegerKernelsTest {

  private static DeviceContext device;
  private static Kernels kernels;

  @BeforeAll
  static void openDevice() {
    TestDevice.assumeVnni();
    device = DeviceContext.open(new DeviceChoice.Auto(), TestDevice.KERNEL_CACHE);
    kernels = new Kernels(device, KernelFamily.VNNI, NumericsMode.EXACT);
  }

  @AfterAll
  static void closeDevice() {
    if (device != null) {
      device.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 31, 32, 33, 207})
  void quantise_anyWidth_isTheRoundingOfTheReference(int width) {
    float[] x = values(3 * width, width, 7);
    assertRounded(x, width, quantise(x, 3, width));
  }

  @Test
  void quantise_valuesOfEverySize_roundAsTheReferenceDoes() {
    float[] x = values(64, 1, 1);
    for (int i = 0; i < 32; i++) {
      x[i] = i % 3 == 0 ? 1e30f : -1e29f;
      x[32 + i] *= 1e-33f; // counts as zero
    }
    Rounded rounded = quantise(x, 1, 64);
    assertRounded(x, 64, rounded);
    assertThat(rounded.scales()[1]).isZero();
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void quantise_notFinite_isSaidByTheScale(float value) {
    for (int at : new int[] {0, 15, 16, 31}) {
      float[] x = values(64, 2, 1);
      x[at] = value;
      Rounded rounded = quantise(x, 1, 64);
      assertThat(rounded.scales()[0]).isNaN();
      assertThat(rounded.scales()[1]).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 32, 207})
  void normQuantise_anyWidth_hasTheBitsOfBoth(int width) {
    float[] x = values(3 * width, 3, 2);
    float[] weight = values(width, 4, 1);
    DeviceBuffer normed = device.buffer("normed", 4L * x.length);
    RoundedRows apart = RoundedRows.of(device, 3, width);
    RoundedRows together = RoundedRows.of(device, 3, width);
    kernels
        .norm()
        .with(upload(x))
        .with(upload(weight))
        .with(1e-5f)
        .with(width)
        .with(normed)
        .launch(3, 1);
    kernels
        .quantise()
        .with(normed)
        .with(width)
        .with(width)
        .with(apart.values())
        .with(apart.groups())
        .launch(3, 1);
    kernels
        .normQuantise()
        .with(upload(x))
        .with(upload(weight))
        .with(1e-5f)
        .with(width)
        .with(together.values())
        .with(together.groups())
        .launch(3, 1);
    assertThat(bytes(together.values())).isEqualTo(bytes(apart.values()));
    assertThat(bytes(together.groups())).isEqualTo(bytes(apart.groups()));
  }

  static Stream<Arguments> productCases() {
    return Stream.of(Format.INT8, Format.INT4)
        .flatMap(
            format ->
                Stream.of(
                    Arguments.of(format, 1, 1, 1),
                    Arguments.of(format, 13, 207, 32),
                    Arguments.of(format, 32, 64, 32),
                    Arguments.of(format, 49, 13, 13),
                    Arguments.of(format, 65, 130, 64),
                    Arguments.of(format, 207, 96, 96)));
  }

  @ParameterizedTest
  @MethodSource("productCases")
  void product_anyShape_everyVariantGivesTheSameRightBits(
      Format format, int outputs, int inputs, int group) {
    int rows = 37;
    WeightMatrix w =
        new RandomModels(outputs * 31L + inputs).matrix("w", outputs, inputs, format, group, 0.5);
    PackedMatrix packed = PackedMatrix.concatenate(kernels, w);
    assertThat(packed.encoding().quads()).isTrue();
    assertThat(packed.halfScales()).as("f16 holds them").isEqualTo(format == Format.INT8);
    float[] x = values(rows * inputs, 5, 1);
    double[] expected = product(w, x, rows);
    float[] first = new float[0];
    for (int variant = 0; variant < IntegerLinear.ROWS.length; variant++) {
      float[] y = run(packed, x, rows, Product.Epilogue.STORE, variant);
      for (int i = 0; i < y.length; i++) {
        assertThat((double) y[i]).isCloseTo(expected[i], within(1e-6 + inputs * 0x1p-22));
      }
      if (variant > 0) {
        assertThat(y).as("%d rows a work-item", IntegerLinear.ROWS[variant]).isEqualTo(first);
      }
      first = y;
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"INT8", "INT4"})
  void embed_anyEncoding_isTheRowItself(Format format) {
    WeightMatrix w = new RandomModels(8).matrix("w", 75, 70, format, 32, 0.5);
    PackedMatrix packed = PackedMatrix.concatenate(kernels, w);
    int[] tokens = {0, 74, 31, 32, 16, 47};
    ByteBuffer step = ByteBuffer.allocateDirect(4 * 14).order(ByteOrder.nativeOrder());
    step.putInt(0, tokens.length).putInt(8, 8);
    for (int i = 0; i < tokens.length; i++) {
      step.putInt(32 + 4 * i, tokens[i]);
    }
    DeviceBuffer steps = device.buffer("step", step.capacity());
    steps.write(0, step);
    DeviceBuffer x = device.buffer("x", 4L * 70 * tokens.length);
    kernels
        .embed(packed)
        .with(steps)
        .with(packed.data())
        .with(packed.scales())
        .with(packed.group())
        .with(70)
        .with(x)
        .launch(tokens.length, 1);
    FloatBuffer actual = ByteBuffer.wrap(bytes(x)).order(ByteOrder.nativeOrder()).asFloatBuffer();
    float[] expected = new float[70];
    float[] row = new float[70];
    for (int i = 0; i < tokens.length; i++) {
      w.readRow(tokens[i], expected);
      actual.get(i * 70, row);
      assertThat(row).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 37})
  void product_gateAndUp_isSiluTimesUp(int inner) {
    int inputs = 70;
    WeightMatrix gate = new RandomModels(1).matrix("g", inner, inputs, Format.INT4, 32, 0.5);
    WeightMatrix up = new RandomModels(2).matrix("u", inner, inputs, Format.INT4, 32, 0.5);
    float[] x = values(3 * inputs, 6, 1);
    double[] g = product(gate, x, 3);
    double[] u = product(up, x, 3);
    float[] y = run(PackedMatrix.pair(kernels, gate, up), x, 3, Product.Epilogue.SILU_GATE, 2);
    for (int i = 0; i < y.length; i++) {
      assertThat((double) y[i]).isCloseTo(g[i] / (1 + Math.exp(-g[i])) * u[i], within(1e-4));
    }
  }

  /** The largest integers there are do not overflow: 255 * 127 * 32 far from 2^31. */
  @Test
  void product_largestIntegers_areExact() {
    byte[] weights = new byte[32 * 64];
    Arrays.fill(weights, (byte) -128);
    float[] scales = new float[32 * 2];
    Arrays.fill(scales, 1);
    WeightMatrix w =
        new WeightMatrix(
            "w", 32, 64, Format.INT8, java.lang.foreign.MemorySegment.ofArray(weights), 32, scales);
    float[] x = new float[64];
    Arrays.fill(x, -127);
    float[] y = run(PackedMatrix.concatenate(kernels, w), x, 1, Product.Epilogue.STORE, 0);
    assertThat(y).containsOnly(128 * 127 * 64f);
  }

  private record Rounded(byte[] values, float[] scales, int[] sums) {}

  private static Rounded quantise(float[] x, int rows, int width) {
    RoundedRows rounded = RoundedRows.of(device, rows, width);
    kernels
        .quantise()
        .with(upload(x))
        .with(width)
        .with(width)
        .with(rounded.values())
        .with(rounded.groups())
        .launch(rows, 1);
    ByteBuffer groups = ByteBuffer.wrap(bytes(rounded.groups())).order(ByteOrder.nativeOrder());
    int count = groups.capacity() / 8;
    float[] scales = new float[count];
    int[] sums = new int[count];
    for (int i = 0; i < count; i++) {
      scales[i] = groups.getFloat(8 * i);
      sums[i] = groups.getInt(8 * i + 4);
    }
    return new Rounded(bytes(rounded.values()), scales, sums);
  }

  private static void assertRounded(float[] x, int width, Rounded rounded) {
    int groups = Math.ceilDiv(width, ActivationRounding.GROUP);
    for (int row = 0; row < x.length / width; row++) {
      float[] expected = Arrays.copyOfRange(x, row * width, (row + 1) * width);
      ActivationRounding.round(expected);
      for (int i = 0; i < groups * ActivationRounding.GROUP; i++) {
        int at = row * groups * ActivationRounding.GROUP + i;
        float scale = rounded.scales()[at / ActivationRounding.GROUP];
        assertThat(rounded.values()[at] * scale).isEqualTo(i < width ? expected[i] + 0f : 0f);
      }
    }
    for (int g = 0; g < rounded.sums().length; g++) {
      int from = g * ActivationRounding.GROUP;
      assertThat(rounded.sums()[g])
          .isEqualTo(
              IntStream.range(from, from + ActivationRounding.GROUP)
                  .map(i -> rounded.values()[i])
                  .sum());
    }
  }

  private static double[] product(WeightMatrix w, float[] x, int rows) {
    double[] y = new double[rows * w.rows()];
    float[] weights = new float[w.columns()];
    for (int row = 0; row < rows; row++) {
      float[] rounded = Arrays.copyOfRange(x, row * w.columns(), (row + 1) * w.columns());
      ActivationRounding.round(rounded);
      for (int out = 0; out < w.rows(); out++) {
        w.readRow(out, weights);
        for (int k = 0; k < weights.length; k++) {
          y[row * w.rows() + out] += (double) weights[k] * rounded[k];
        }
      }
    }
    return y;
  }

  private static float[] run(
      PackedMatrix packed, float[] x, int rows, Product.Epilogue epilogue, int variant) {
    RoundedRows rounded = RoundedRows.of(device, rows, packed.inputs());
    kernels
        .quantise()
        .with(upload(x))
        .with(packed.inputs())
        .with(packed.inputs())
        .with(rounded.values())
        .with(rounded.groups())
        .launch(rows, 1);
    DeviceBuffer y = device.buffer("y", 4L * rows * packed.outputs());
    DeviceBuffer step = device.buffer("step", 4);
    step.write(0, ByteBuffer.allocateDirect(4).order(ByteOrder.nativeOrder()).putInt(0, rows));
    new IntegerLinear(kernels, packed, step, 0, rounded, y, packed.outputs(), epilogue)
        .launch(rows, variant);
    return TestDevice.download(y, rows * packed.outputs());
  }

  private static float[] values(int count, long seed, float size) {
    float[] values = TestDevice.randomFloats(count, seed);
    for (int i = 0; i < count; i++) {
      values[i] *= size;
    }
    return values;
  }

  private static DeviceBuffer upload(float[] values) {
    return Products.upload(device, "test", values);
  }

  private static byte[] bytes(DeviceBuffer buffer) {
    ByteBuffer host = ByteBuffer.allocateDirect(Math.toIntExact(buffer.bytes()));
    buffer.read(0, host);
    byte[] bytes = new byte[host.capacity()];
    host.get(0, bytes);
    return bytes;
  }
}
