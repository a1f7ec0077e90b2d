package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.opencl.DeviceContext;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Where tests keep compiled kernels: a folder of the build, so that a second run is quick. */
final class TestDevice {

  static final Path KERNEL_CACHE = Path.of("target", "kernel-cache");

  private TestDevice() {}

  /** Skips what needs integer kernels, with the reason, on a processor without. */
  static void assumeVnni() {
    try (DeviceContext device = DeviceContext.open(new DeviceChoice.Auto(), KERNEL_CACHE)) {
      Optional<String> refusal = VnniProbe.refusal(device, KERNEL_CACHE);
      Assumptions.assumeTrue(refusal.isEmpty(), () -> "vnni kernels: " + refusal.orElseThrow());
    }
  }
}
