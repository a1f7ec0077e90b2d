package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.Kernel;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.runner.StepPlan;
import java.util.Optional;

/** One layer's attention with its arguments set: over all V rows, or over the selected ones. */
sealed interface Attention {

  /** Queues the attention of {@code rows} rows. */
  void launch(int rows);

  /** All V rows, in one pass. */
  record Full(Kernel kernel, int items) implements Attention {
    @Override
    public void launch(int rows) {
      kernel.launch(rows, items);
    }
  }

  /** Selected V rows: every weight is needed before the first V, so rows run in slices. */
  record Selective(Kernel kernel, int heads, int sliceRows) implements Attention {
    @Override
    public void launch(int rows) {
      for (int first = 0; first < rows; first += sliceRows) {
        kernel.launch(heads, Math.min(sliceRows, rows - first), first);
      }
    }
  }

  /** Memory for the weights of a slice of rows, shared by all layers. */
  record Scratch(DeviceBuffer weights, int sliceRows, int context) {

    private static final long TARGET_BYTES = 32L << 20;

    /** Empty where the model fetches all V rows. */
    static Optional<Scratch> of(Kernels kernels, AttentionShape shape, StepLimits limits) {
      if (shape.selectiveValues() == 0) {
        return Optional.empty();
      }
      int context = Math.multiplyExact(limits.blocksPerSequence(), StepPlan.BLOCK_TOKENS);
      long rowBytes = 4L * shape.queryHeads() * context;
      int rows = Math.clamp(TARGET_BYTES / rowBytes, 1, limits.rows());
      return Optional.of(
          new Scratch(
              kernels.device().buffer("selective V weights", rows * rowBytes), rows, context));
    }
  }

  /** What scores are multiplied with. */
  static float scale(AttentionShape shape) {
    return (float) (1 / Math.sqrt(shape.keyDim()));
  }

  /**
   * Sets up one layer's attention.
   *
   * @param query {@code [rows, queryStride]}
   * @param out {@code [rows, queryHeads * valueDim]}
   */
  static Attention of(
      Kernels kernels,
      AttentionShape shape,
      Optional<Scratch> scratch,
      DeviceBuffer step,
      DeviceBuffer query,
      int queryStride,
      DeviceBuffer keys,
      DeviceBuffer values,
      DeviceBuffer out) {
    float scale = scale(shape);
    if (scratch.isEmpty()) {
      Kernel kernel = kernels.attention(shape);
      kernel.with(step).with(query).with(queryStride).with(keys).with(values).with(scale).with(out);
      return new Full(kernel, shape.queryHeads() / kernels.headsPerItem(shape));
    }
    Scratch held = scratch.get();
    Kernel kernel = kernels.selectiveAttention(shape);
    kernel.with(step).with(query).with(queryStride).with(keys).with(values).with(scale);
    kernel.with(shape.selectiveValues()).with(held.weights()).with(held.context()).with(out);
    return new Selective(kernel, shape.queryHeads(), held.sliceRows());
  }
}
