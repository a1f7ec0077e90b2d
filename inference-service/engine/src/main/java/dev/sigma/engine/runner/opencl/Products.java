package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.opencl.Kernel;
import dev.sigma.engine.runner.ActivationRounding;
import dev.sigma.engine.runner.StepLimits;
import java.nio.FloatBuffer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.lwjgl.system.MemoryUtil;

/**
 * Sets up linear layers together with what stands in front of them: the norm, and the rounding of
 * activations where the weights are multiplied as integers.
 */
final class Products {

  private final Kernels kernels;
  private final ModelConfig config;
  private final DeviceBuffer step;
  private final DeviceBuffer normed;
  private final RoundedRows rounded;

  Products(Kernels kernels, ModelConfig config, StepLimits limits, DeviceBuffer step) {
    this.kernels = kernels;
    this.config = config;
    this.step = step;
    DeviceContext device = kernels.device();
    normed = device.buffer("normed", 4L * limits.rows() * config.hidden());
    rounded = RoundedRows.of(device, limits.rows(), widestInput(config));
  }

  /** Inputs of the widest product, in whole groups of those that are rounded together. */
  static int widestInput(ModelConfig config) {
    int widest =
        IntStream.of(
                config.hidden(),
                config.feedForward(),
                config.attention().outputWidth(),
                config.attention().queryWidth(),
                config.attention().augmentedQueryDim())
            .max()
            .orElseThrow();
    return Math.ceilDiv(widest, ActivationRounding.GROUP) * ActivationRounding.GROUP;
  }

  /**
   * A product over every row of the step, into all columns of {@code y}.
   *
   * @param x {@code [rows, xStride]}
   */
  void add(
      Consumer<IntConsumer> launches,
      PackedMatrix matrix,
      DeviceBuffer x,
      int xStride,
      DeviceBuffer y,
      Product.Epilogue epilogue) {
    add(launches, matrix, StepBuffer.ROWS, x, xStride, y, epilogue);
  }

  /**
   * The same of the normed rows of {@code x}.
   *
   * @param x {@code [rows, hidden]}
   */
  void addNormed(
      Consumer<IntConsumer> launches,
      DeviceBuffer weight,
      PackedMatrix matrix,
      DeviceBuffer x,
      DeviceBuffer y,
      Product.Epilogue epilogue) {
    Kernel norm = matrix.encoding().quads() ? kernels.normQuantise() : kernels.norm();
    norm.with(x).with(weight).with(config.rmsEpsilon()).with(config.hidden());
    if (matrix.encoding().quads()) {
      norm.with(rounded.values()).with(rounded.groups());
      launches.accept(rows -> norm.launch(rows, 1));
      launches.accept(integers(matrix, StepBuffer.ROWS, y, epilogue)::launch);
    } else {
      norm.with(normed);
      launches.accept(rows -> norm.launch(rows, 1));
      add(launches, matrix, normed, config.hidden(), y, epilogue);
    }
  }

  /** The logits of the rows that give them. */
  void addLogits(
      Consumer<IntConsumer> launches,
      DeviceBuffer weight,
      PackedMatrix matrix,
      DeviceBuffer x,
      DeviceBuffer logits) {
    Kernel norm =
        kernels
            .normLogitsRows()
            .with(step)
            .with(x)
            .with(weight)
            .with(config.rmsEpsilon())
            .with(config.hidden())
            .with(normed);
    launches.accept(rows -> norm.launch(rows, 1));
    add(
        launches,
        matrix,
        StepBuffer.LOGITS_ROWS,
        normed,
        config.hidden(),
        logits,
        Product.Epilogue.STORE);
  }

  private void add(
      Consumer<IntConsumer> launches,
      PackedMatrix matrix,
      int countAt,
      DeviceBuffer x,
      int xStride,
      DeviceBuffer y,
      Product.Epilogue epilogue) {
    if (!matrix.encoding().quads()) {
      Linear linear =
          new Linear(kernels, matrix, step, countAt, x, xStride, y, matrix.outputs(), epilogue);
      launches.accept(linear::launch);
      return;
    }
    Kernel quantise =
        kernels
            .quantise()
            .with(x)
            .with(xStride)
            .with(matrix.inputs())
            .with(rounded.values())
            .with(rounded.groups());
    launches.accept(rows -> quantise.launch(rows, 1));
    launches.accept(integers(matrix, countAt, y, epilogue)::launch);
  }

  private IntegerLinear integers(
      PackedMatrix matrix, int countAt, DeviceBuffer y, Product.Epilogue epilogue) {
    return new IntegerLinear(
        kernels, matrix, step, countAt, rounded, y, matrix.outputs(), epilogue);
  }

  static DeviceBuffer upload(DeviceContext device, String name, float[] values) {
    FloatBuffer host = MemoryUtil.memAllocFloat(values.length).put(values).flip();
    try {
      DeviceBuffer buffer = device.buffer(name, 4L * values.length);
      buffer.write(0, host);
      return buffer;
    } finally {
      MemoryUtil.memFree(host);
    }
  }
}
