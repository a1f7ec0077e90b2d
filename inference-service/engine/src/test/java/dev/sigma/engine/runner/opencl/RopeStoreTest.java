package dev.sigma.engine.runner.opencl;

import static dev.sigma.engine.runner.opencl.TestDevice.download;
import static dev.sigma.engine.runner.opencl.TestDevice.randomFloats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.opencl.Kernel;
import dev.sigma.engine.runner.NumericsMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Biases, head norms, RoPE and the store of K and V against plain Java. */
class RopeStoreTest {

  private static final int ROWS = 3;
  private static final int BLOCKS = 2;
  private static final int[] POSITIONS = {0, 5, 18};
  private static final int[] TABLE = {1, 0};
  private static final float EPSILON = 1e-5f;

  private static DeviceContext device;
  private static Kernels kernels;

  @BeforeAll
  static void openDevice() {
    device = DeviceContext.open(new DeviceChoice.Auto(), TestDevice.KERNEL_CACHE);
    kernels = new Kernels(device, KernelFamily.PORTABLE, NumericsMode.EXACT);
  }

  @AfterAll
  static void closeDevice() {
    device.close();
  }

  static Stream<AttentionShape> shapes() {
    return Stream.of(
            new AttentionShape(3, 1, 3, 22, 5, 0, 0),
            new AttentionShape(4, 2, 1, 2, 7, 0, 0),
            new AttentionShape(2, 2, 2, 64, 64, 0, 0))
        .flatMap(
            s -> Stream.of(s, s.withBiases(), s.withHeadNorms(), s.withBiases().withHeadNorms()));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void ropeStore_anyShape_biasesThenNormsThenTurns(AttentionShape shape) {
    int keyAt = shape.queryWidth();
    int valueAt = keyAt + shape.keyWidth();
    int width = valueAt + shape.valueWidth();
    int half = shape.keyDim() / 2;
    float[] rows = randomFloats(ROWS * width, 1);
    float[] biases = randomFloats(width, 2);
    float[] norms = randomFloats(2 * shape.keyDim(), 3);
    float[] cosines = randomFloats(19 * half, 4);
    float[] sines = randomFloats(19 * half, 5);
    DeviceBuffer qkv = upload(rows);
    DeviceBuffer keys = upload(new float[BLOCKS * 16 * shape.keyWidth()]);
    DeviceBuffer pool = upload(new float[BLOCKS * 16 * shape.valueWidth()]);
    try (Kernel kernel = kernels.ropeStore(shape)) {
      kernel.with(step()).with(qkv).with(width).with(qkv).with(width).with(keyAt).with(valueAt);
      kernel.with(upload(cosines)).with(upload(sines));
      kernel.with(shape.queryHeads()).with(shape.keyHeads()).with(shape.keyDim());
      kernel.with(shape.valueWidth()).with(keys).with(pool);
      if (shape.biased()) {
        kernel.with(upload(biases));
      }
      if (shape.headNorms()) {
        kernel.with(upload(norms)).with(EPSILON);
      }
      kernel.launch(ROWS, 1);
    }
    float[] queries = download(qkv, rows.length);
    float[] storedKeys = download(keys, BLOCKS * 16 * shape.keyWidth());
    float[] storedValues = download(pool, BLOCKS * 16 * shape.valueWidth());

    for (int row = 0; row < ROWS; row++) {
      double[] x = new double[width];
      for (int i = 0; i < width; i++) {
        x[i] = rows[row * width + i] + (shape.biased() ? biases[i] : 0);
      }
      int position = POSITIONS[row];
      for (int head = 0; head < shape.queryHeads() + shape.keyHeads(); head++) {
        int weight = head < shape.queryHeads() ? 0 : shape.keyDim();
        turn(x, head * shape.keyDim(), shape, norms, weight, cosines, sines, position * half);
      }
      for (int i = 0; i < keyAt; i++) {
        assertClose(queries[row * width + i], x[i], "query " + i);
      }
      int block = TABLE[position / 16];
      for (int i = 0; i < shape.keyWidth(); i++) {
        int at = (block * shape.keyWidth() + i) * 16 + position % 16;
        assertClose(storedKeys[at], x[keyAt + i], "key " + i);
      }
      for (int i = 0; i < shape.valueWidth(); i++) {
        int at = (block * 16 + position % 16) * shape.valueWidth() + i;
        assertClose(storedValues[at], x[valueAt + i], "value " + i);
      }
    }
  }

  private static void turn(
      double[] x,
      int from,
      AttentionShape shape,
      float[] norms,
      int weight,
      float[] cosines,
      float[] sines,
      int angle) {
    int dim = shape.keyDim();
    if (shape.headNorms()) {
      double square = Arrays.stream(x, from, from + dim).map(v -> v * v).sum();
      for (int i = 0; i < dim; i++) {
        x[from + i] *= norms[weight + i] / Math.sqrt(square / dim + EPSILON);
      }
    }
    for (int i = 0; i < dim / 2; i++) {
      double a = x[from + i];
      double b = x[from + dim / 2 + i];
      x[from + i] = a * cosines[angle + i] - b * sines[angle + i];
      x[from + dim / 2 + i] = b * cosines[angle + i] + a * sines[angle + i];
    }
  }

  private static void assertClose(float actual, double expected, String what) {
    assertThat((double) actual)
        .as(what)
        .isCloseTo(expected, within(2e-6 * (1 + Math.abs(expected))));
  }

  private static DeviceBuffer step() {
    int[] header = {ROWS, 0, 8, 8, 8 + ROWS, 8, 8 + 2 * ROWS, TABLE.length};
    ByteBuffer bytes = direct(header.length + 2 * ROWS + TABLE.length);
    bytes.asIntBuffer().put(header).put(POSITIONS).put(new int[ROWS]).put(TABLE);
    DeviceBuffer buffer = device.buffer("step", bytes.capacity());
    buffer.write(0, bytes);
    return buffer;
  }

  private static DeviceBuffer upload(float[] values) {
    return Products.upload(device, "test", values);
  }

  private static ByteBuffer direct(int count) {
    return ByteBuffer.allocateDirect(4 * count).order(ByteOrder.nativeOrder());
  }
}
