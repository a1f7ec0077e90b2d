package dev.sigma.engine.runner.opencl;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceCapabilities;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.opencl.Kernel;
import dev.sigma.engine.opencl.OpenClException;
import dev.sigma.engine.runner.NumericsMode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out whether a device takes the inline assembly of {@code cpu/dot.cl}, by running it.
 *
 * <p>A compiler that does not know the instruction ends the process instead of saying so. Therefore
 * the first attempt on a machine stands in a file of the kernel cache before it is made and is
 * taken away after: a file that is still there tells the next process that this one did not survive
 * it, and the kernels are refused from then on.
 */
final class VnniProbe {

  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
  private static final String ATTEMPT = "vnni-probe.attempt";

  private VnniProbe() {}

  /** Why the kernels cannot run; empty: they can. */
  static Optional<String> refusal(DeviceContext device, Path kernelCache) {
    DeviceCapabilities capabilities = device.capabilities();
    if (capabilities.type() != DeviceCapabilities.Type.CPU) {
      return Optional.of(capabilities.name() + " is no processor");
    }
    try {
      return processorHas("avx512_vnni")
          ? attempt(device, kernelCache)
          : Optional.of("the processor has no AVX-512 VNNI");
    } catch (IOException e) {
      return Optional.of("they cannot be tried: " + e);
    }
  }

  private static Optional<String> attempt(DeviceContext device, Path kernelCache)
      throws IOException {
    Files.createDirectories(kernelCache);
    Path file = kernelCache.resolve(ATTEMPT);
    String key = device.capabilities().label();
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      // Others may be starting: whoever comes second waits until the first has tried.
      FileLock lock = channel.lock();
      try {
        if (Files.readString(file).equals(key)) {
          return Optional.of(
              "a process ended when it tried them on this device; to try again, delete " + file);
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(key.getBytes(UTF_8)));
        channel.force(true);
        Optional<String> refusal = run(device);
        channel.truncate(0);
        channel.force(true);
        return refusal;
      } finally {
        lock.release();
      }
    }
  }

  /** Products of the largest values, unsigned and signed, next to a sum that must not saturate. */
  private static Optional<String> run(DeviceContext device) {
    ByteBuffer weights = ByteBuffer.allocateDirect(64);
    for (int i = 0; i < weights.capacity(); i++) {
      weights.put(i, (byte) (255 - i));
    }
    byte[] x = {-127, 127, -128, 1};
    ByteBuffer out = ByteBuffer.allocateDirect(64).order(ByteOrder.nativeOrder());
    try (DeviceBuffer w = device.buffer("probe weights", 64);
        DeviceBuffer sums = device.buffer("probe sums", 64);
        Kernel probe = new Kernels(device, KernelFamily.VNNI, NumericsMode.EXACT).probe()) {
      w.write(0, weights);
      probe
          .with(w)
          .with(ByteBuffer.wrap(x).order(ByteOrder.LITTLE_ENDIAN).getInt())
          .with(sums)
          .launch(1, 1);
      sums.read(0, out);
    } catch (OpenClException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    for (int lane = 0; lane < 16; lane++) {
      int expected = 1000;
      for (int j = 0; j < 4; j++) {
        expected += (255 - 4 * lane - j) * x[j];
      }
      if (out.getInt(4 * lane) != expected) {
        return Optional.of(
            "lane %d: %d (expected: %d)".formatted(lane, out.getInt(4 * lane), expected));
      }
    }
    return Optional.empty();
  }

  /** Linux alone says so in a file; elsewhere the answer is no. */
  private static boolean processorHas(String flag) throws IOException {
    if (!Files.isReadable(PROCESSOR)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(PROCESSOR)) {
      return lines
          .filter(line -> line.startsWith("flags"))
          .findFirst()
          .map(line -> Arrays.asList(line.split("\\s+")).contains(flag))
          .orElse(false);
    }
  }
}
