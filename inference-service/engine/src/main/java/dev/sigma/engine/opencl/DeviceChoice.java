package dev.sigma.engine.opencl;

/** Which OpenCL device to use. */
public sealed interface DeviceChoice {

  /** The first GPU, else the first CPU, else the first device. */
  record Auto() implements DeviceChoice {}

  /**
   * One certain device.
   *
   * @param index see {@link DeviceCapabilities#index()}
   */
  record Index(int index) implements DeviceChoice {}

  /**
   * Reads {@code auto} or {@code opencl:<index>}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static DeviceChoice parse(String text) {
    if (text.equals("auto")) {
      return new Auto();
    }
    if (text.matches("opencl:\\d{1,4}")) {
      return new Index(Integer.parseInt(text.substring("opencl:".length())));
    }
    throw new IllegalArgumentException(
        "device: \"%s\" (expected: auto or opencl:<index>)".formatted(text));
  }
}
