package dev.sigma.engine.opencl;

import java.util.Set;

/**
 * What one OpenCL device says about itself.
 *
 * @param index its number in {@code opencl:<index>}: platforms in loader order, then devices
 * @param type what kind of processor it is
 * @param platform platform name and version
 * @param name device name
 * @param vendor device vendor
 * @param driverVersion driver version
 * @param version OpenCL version string of the device
 * @param computeUnits compute units (cores of a CPU)
 * @param globalMemoryBytes device memory in bytes
 * @param maxBufferBytes the largest single buffer in bytes
 * @param correctlyRoundedDivide whether f32 division and square root can be asked to round
 *     correctly
 * @param extensions names of the device's extensions
 */
public record DeviceCapabilities(
    int index,
    Type type,
    String platform,
    String name,
    String vendor,
    String driverVersion,
    String version,
    int computeUnits,
    long globalMemoryBytes,
    long maxBufferBytes,
    boolean correctlyRoundedDivide,
    Set<String> extensions) {

  /** Kind of processor. */
  public enum Type {
    GPU,
    CPU,
    OTHER
  }

  public DeviceCapabilities {
    extensions = Set.copyOf(extensions);
  }

  /** Name and driver, for people. */
  public String label() {
    return "%s (%s, driver %s)".formatted(name, platform, driverVersion);
  }
}
