package dev.sigma.engine.runner.opencl;

import java.util.Locale;

/** Which kernels to run a model with. */
public enum KernelChoice {
  /** The fastest that the device passes the probe for. */
  AUTO,
  /** Those that run everywhere, on activations of full precision. */
  PORTABLE,
  /** Integer products of AVX-512 VNNI; refused where the processor cannot do them. */
  VNNI;

  /**
   * Reads {@code auto}, {@code portable} or {@code vnni}.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  public static KernelChoice parse(String text) {
    for (KernelChoice choice : values()) {
      if (choice.toString().equals(text)) {
        return choice;
      }
    }
    throw new IllegalArgumentException(
        "kernels: \"%s\" (expected: auto, portable or vnni)".formatted(text));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
