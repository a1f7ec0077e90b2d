package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.runner.RopeTable;
import dev.sigma.engine.runner.StepLimits;

/** The rotary table on the device, {@code [positions, keyDim / 2]} each. */
record RopeBuffers(DeviceBuffer cosines, DeviceBuffer sines) {

  static RopeBuffers of(DeviceContext device, ModelConfig config, StepLimits limits) {
    RopeTable rope = RopeTable.of(config, limits);
    return new RopeBuffers(
        Products.upload(device, "cosines", rope.cosines()),
        Products.upload(device, "sines", rope.sines()));
  }
}
