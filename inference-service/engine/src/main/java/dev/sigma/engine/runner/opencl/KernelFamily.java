package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.runner.ActivationRounding;

/** Kernels that belong together, and what they do to the numbers. */
enum KernelFamily {
  /** Runs everywhere; integer weights are widened and multiplied in f32. */
  PORTABLE("portable", ActivationRounding.NONE),
  /** Processors with AVX-512 VNNI: integer weights times activations of 8 bits. */
  VNNI("vnni", ActivationRounding.INT8);

  private final String label;
  private final ActivationRounding rounding;

  KernelFamily(String label, ActivationRounding rounding) {
    this.label = label;
    this.rounding = rounding;
  }

  /** Its name in health, metrics, logs and the epoch. */
  String label() {
    return label;
  }

  ActivationRounding rounding() {
    return rounding;
  }
}
