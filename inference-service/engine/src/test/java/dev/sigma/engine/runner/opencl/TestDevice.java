package dev.sigma.engine.runner.opencl;

import java.nio.file.Path;

/** Where tests keep compiled kernels: a folder of the build, so that a second run is quick. */
final class TestDevice {

  static final Path KERNEL_CACHE = Path.of("target", "kernel-cache");

  private TestDevice() {}
}
