package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.Kernel;

/**
 * One linear layer over rounded activations with its arguments set, in variants that differ in how
 * many rows a work-item takes and give the same bits.
 */
final class IntegerLinear implements Product {

  /** Rows a work-item multiplies together. */
  static final int[] ROWS = {1, 4, 8};

  /** Blocks of the widest variant that a work-item takes one after another. */
  private static final int WIDEST_BLOCKS = 4;

  private final Kernel[] variants = new Kernel[ROWS.length];
  private final int panels;

  /**
   * Sets up a product.
   *
   * @param countAt index in the step buffer of the number of rows
   * @param x rounded rows, as wide as {@code matrix} has inputs
   * @param y {@code [rows, yStride]}
   */
  IntegerLinear(
      Kernels kernels,
      PackedMatrix matrix,
      DeviceBuffer step,
      int countAt,
      RoundedRows x,
      DeviceBuffer y,
      int yStride,
      Epilogue epilogue) {
    panels = matrix.panels();
    for (int i = 0; i < ROWS.length; i++) {
      variants[i] =
          kernels
              .integerLinear(matrix, ROWS[i], blocks(i))
              .with(step)
              .with(countAt)
              .with(x.values())
              .with(x.groups())
              .with(matrix.data())
              .with(matrix.scales())
              .with(matrix.scaleGroups())
              .with(matrix.inputs())
              .with(y)
              .with(yStride)
              .with(matrix.outputs())
              .with(epilogue.code());
    }
  }

  private static int blocks(int variant) {
    return variant == ROWS.length - 1 ? WIDEST_BLOCKS : 1;
  }

  @Override
  public void launch(int rows) {
    launch(rows, Product.variant(ROWS, rows));
  }

  /** The same with a given variant; for tests. */
  void launch(int rows, int variant) {
    variants[variant].launch(Math.ceilDiv(rows, ROWS[variant] * blocks(variant)), panels);
  }
}
