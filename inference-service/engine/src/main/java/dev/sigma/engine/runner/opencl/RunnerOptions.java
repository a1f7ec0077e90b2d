package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.runner.KeyValueFormat;
import dev.sigma.engine.runner.NumericsMode;
import java.nio.file.Path;

/**
 * On what an {@link OpenClRunner} runs, and how.
 *
 * @param device which device
 * @param kernels which kernels
 * @param numerics what they have to keep to
 * @param keyValues how K and V are kept
 * @param kernelCache folder for compiled kernels
 */
public record RunnerOptions(
    DeviceChoice device,
    KernelChoice kernels,
    NumericsMode numerics,
    KeyValueFormat keyValues,
    Path kernelCache) {

  /** With K and V as they are computed. */
  public RunnerOptions(
      DeviceChoice device, KernelChoice kernels, NumericsMode numerics, Path kernelCache) {
    this(device, kernels, numerics, KeyValueFormat.F32, kernelCache);
  }
}
