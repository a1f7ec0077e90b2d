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
    String backend, String device, String kernelFamily, NumericsMode numerics) {

  /** The same for a runner that is given K/V of less than full precision. */
  public RunnerDescription fast() {
    return new RunnerDescription(backend, device, kernelFamily, NumericsMode.FAST);
  }
}
