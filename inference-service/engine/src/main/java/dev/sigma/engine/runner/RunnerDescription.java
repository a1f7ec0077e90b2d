package dev.sigma.engine.runner;

/**
 * What runs the model.
 *
 * @param backend {@code "reference"} or {@code "opencl"}
 * @param device device name and driver, for people
 * @param kernelFamily which kernels were chosen, for example {@code "portable"}
 * @param numerics what it promises
 */
public record RunnerDescription(
    String backend, String device, String kernelFamily, NumericsMode numerics) {}
