package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.model.WeightMatrix;
import dev.sigma.engine.runner.ActivationRounding;
import java.util.List;

/** How a panel of 32 outputs lies on the device; {@code weights.cl} draws it. */
enum WeightEncoding {
  F32(128),
  F16(64),
  BF16(64),
  INT8(32),
  INT4(16),
  INT8_QUADS(32),
  INT4_QUADS(16);

  private final int inputBytes;

  WeightEncoding(int inputBytes) {
    this.inputBytes = inputBytes;
  }

  /** The encoding in which a family multiplies {@code matrices}, which agree in their format. */
  static WeightEncoding of(List<WeightMatrix> matrices, KernelFamily family) {
    boolean quads = family.rounding().applies(matrices);
    return switch (matrices.getFirst().format()) {
      case F32 -> F32;
      case F16 -> F16;
      case BF16 -> BF16;
      case INT8 -> quads ? INT8_QUADS : INT8;
      case INT4 -> quads ? INT4_QUADS : INT4;
    };
  }

  /** Whether four neighbours in k lie side by side, for integer products. */
  boolean quads() {
    return this == INT8_QUADS || this == INT4_QUADS;
  }

  /** Bytes of a panel of {@code inputs}. */
  int panelBytes(int inputs) {
    int padded =
        quads()
            ? Math.ceilDiv(inputs, ActivationRounding.GROUP) * ActivationRounding.GROUP
            : inputs;
    return Math.multiplyExact(padded, inputBytes);
  }

  /** The byte whose bits in quads all stand for zero. */
  byte zero() {
    return switch (this) {
      case INT8_QUADS -> (byte) 0x80;
      case INT4_QUADS -> (byte) 0x88;
      default -> 0;
    };
  }
}
