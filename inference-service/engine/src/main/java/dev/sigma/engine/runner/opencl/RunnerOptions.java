package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.runner.NumericsMode;
import java.nio.file.Path;

/**
 * On what an {@link OpenClRunner} runs, and how.
 *
 * @param device which device
 * @param kernels which kernels
 * @param numerics what they have to keep to
 * @param kernelCache folder for compiled kernels
 */
public record RunnerOptions(
    DeviceChoice device, KernelChoice kernels, NumericsMode numerics, Path kernelCache) {}
