package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.opencl.DeviceContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;

/** What tests of kernels share. */
final class TestDevice {

  /** A folder of the build, so that a second run is quick. */
  static final Path KERNEL_CACHE = Path.of("target", "kernel-cache");

  private TestDevice() {}

  /** Skips what needs integer kernels, with the reason, on a processor without. */
  static void assumeVnni() {
    try (DeviceContext device = DeviceContext.open(new DeviceChoice.Auto(), KERNEL_CACHE)) {
      Optional<String> refusal = VnniProbe.refusal(device, KERNEL_CACHE);
      Assumptions.assumeTrue(refusal.isEmpty(), () -> "vnni kernels: " + refusal.orElseThrow());
    }
  }

  /** Random values from -1 to 1. */
  static float[] randomFloats(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (2 * random.nextDouble() - 1);
    }
    return values;
  }

  /** The first {@code count} floats of a buffer. */
  static float[] download(DeviceBuffer buffer, int count) {
    FloatBuffer host =
        ByteBuffer.allocateDirect(Float.BYTES * count)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    buffer.read(0, host);
    float[] values = new float[count];
    host.get(values);
    return values;
  }
}
