package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.WeightMatrix;
import dev.sigma.engine.model.WeightMatrix.Format;
import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.runner.KeyValueFormat;
import dev.sigma.engine.runner.NumericsMode;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.runner.StepPlan;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What benchmarks of kernels share: a device, shapes of the 52M model, random numbers. */
final class KernelBench implements AutoCloseable {

  static final int HIDDEN = 512;
  static final int FEED_FORWARD = 1408;
  static final int LONGEST = 4096;
  static final int PROMPT_ROWS = 512;
  static final AttentionShape SHAPE = new AttentionShape(8, 4, 4, 64, 64, 0, 0);

  private static final int GROUP = 32;
  private static final int VECTOR_BYTES = 64;
  private static final StepLimits LIMITS =
      new StepLimits(PROMPT_ROWS, 1, 1, LONGEST / StepPlan.BLOCK_TOKENS);

  private final DeviceContext device;
  private final Kernels kernels;
  private final StepBuffer step;
  private final SplittableRandom random = new SplittableRandom(1);

  private KernelBench(DeviceContext device, KernelFamily family, KeyValueFormat pages) {
    this.device = device;
    kernels =
        new Kernels(
            device, family, NumericsMode.EXACT, pages, device.capabilities().computeUnits());
    step = new StepBuffer(device, LIMITS);
  }

  /**
   * @param family {@code portable} or {@code vnni}
   */
  static KernelBench open(String family) {
    return open(family, KeyValueFormat.F32);
  }

  /**
   * @param family {@code portable} or {@code vnni}
   * @param pages how K and V are kept
   */
  static KernelBench open(String family, KeyValueFormat pages) {
    Path cache =
        Path.of(
            Optional.ofNullable(System.getenv("SIGMA_KERNEL_CACHE"))
                .orElse(System.getProperty("java.io.tmpdir")));
    DeviceContext device = DeviceContext.open(new DeviceChoice.Auto(), cache);
    if (family.equals("portable")) {
      return new KernelBench(device, KernelFamily.PORTABLE, pages);
    }
    Optional<String> refusal = VnniProbe.refusal(device, cache);
    if (refusal.isPresent()) {
      device.close();
      throw new IllegalStateException("vnni kernels are refused: " + refusal.get());
    }
    return new KernelBench(device, KernelFamily.VNNI, pages);
  }

  DeviceContext device() {
    return device;
  }

  Kernels kernels() {
    return kernels;
  }

  DeviceBuffer step() {
    return step.device();
  }

  /** Makes it a step of {@code rows} rows of one sequence, the first at {@code position}. */
  void rows(int rows, int position) {
    StepPlan plan = new StepPlan(LIMITS);
    int[] table = IntStream.range(0, LONGEST / StepPlan.BLOCK_TOKENS).toArray();
    plan.add(new int[rows], 0, rows, position, table, table.length, StepPlan.Logits.NONE);
    step.fill(plan);
    step.send();
    device.finish();
  }

  /** Random values from -1 to 1. */
  DeviceBuffer floats(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (2 * random.nextDouble() - 1);
    }
    return Products.upload(device, "random", values);
  }

  /**
   * A layer's pool of the longest context: small numbers, as f32 as well as in bytes with scales.
   */
  DeviceBuffer pages(int blockBytes) {
    int bytes = LONGEST / StepPlan.BLOCK_TOKENS * blockBytes + VECTOR_BYTES;
    ByteBuffer content = ByteBuffer.allocateDirect(bytes);
    while (content.hasRemaining()) {
      content.put((byte) 0x3c);
    }
    DeviceBuffer buffer = device.buffer("pages", bytes);
    buffer.write(0, content.flip());
    return buffer;
  }

  /** Random weights in groups of 32. */
  WeightMatrix matrix(int rows, int columns, Format format) {
    byte[] bytes = new byte[Math.toIntExact(rows * format.rowBytes(columns))];
    random.nextBytes(bytes);
    float[] scales = new float[rows * columns / GROUP];
    for (int i = 0; i < scales.length; i++) {
      float scale = (float) (0.001 * (0.75 + 0.5 * random.nextDouble()));
      // such as f16 can hold, for which the kernels have a shorter form: that of real models
      scales[i] = Float.float16ToFloat(Float.floatToFloat16(scale));
    }
    return new WeightMatrix(
        "random", rows, columns, format, MemorySegment.ofArray(bytes), GROUP, scales);
  }

  @Override
  public void close() {
    device.close();
  }
}
