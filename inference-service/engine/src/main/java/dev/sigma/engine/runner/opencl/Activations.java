package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.runner.StepLimits;

/**
 * What layers hand on, one row a token of the step; every layer uses the same memory.
 *
 * @param residual {@code [rows, hidden]}
 * @param qkv {@code [rows, qkvWidth]}: Q, K and V of a row one after another
 * @param augmented {@code [rows, augmentedQueryDim]}, never used where the model has none
 * @param query {@code [rows, queryStride]}: the augmented Q, or {@code qkv} again
 * @param attended {@code [rows, outputWidth]}
 * @param inner {@code [rows, feedForward]}
 */
record Activations(
    DeviceBuffer residual,
    DeviceBuffer qkv,
    int qkvWidth,
    DeviceBuffer augmented,
    DeviceBuffer query,
    int queryStride,
    DeviceBuffer attended,
    DeviceBuffer inner) {

  static Activations of(DeviceContext device, ModelConfig config, StepLimits limits) {
    AttentionShape shape = config.attention();
    boolean augments = shape.augmentedQueryDim() > 0;
    int qkvWidth = shape.queryWidth() + shape.keyWidth() + shape.valueWidth();
    DeviceBuffer qkv = rows(device, limits, "q, k, v", qkvWidth);
    return new Activations(
        rows(device, limits, "residual stream", config.hidden()),
        qkv,
        qkvWidth,
        augments ? rows(device, limits, "augmented q, inner", shape.augmentedQueryDim()) : qkv,
        augments ? rows(device, limits, "augmented q", shape.queryWidth()) : qkv,
        augments ? shape.queryWidth() : qkvWidth,
        rows(device, limits, "attention output", shape.outputWidth()),
        rows(device, limits, "feed-forward", config.feedForward()));
  }

  private static DeviceBuffer rows(
      DeviceContext device, StepLimits limits, String name, int width) {
    return device.buffer(name, 4L * limits.rows() * width);
  }
}
