package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.Kernel;

/**
 * One linear layer with its arguments set: the same product for one row or many, in variants that
 * differ in how many rows a work-item takes and give the same bits.
 */
final class Linear implements Product {

  /** Rows a work-item can take. */
  static final int[] ROWS = {1, 2, 4, 6};

  private final Kernel[] variants = new Kernel[ROWS.length];
  private final int panels;

  /**
   * Sets up a product.
   *
   * @param countAt index in the step buffer of the number of rows
   * @param x {@code [rows, xStride]}
   * @param y {@code [rows, yStride]}
   */
  Linear(
      Kernels kernels,
      PackedMatrix matrix,
      DeviceBuffer step,
      int countAt,
      DeviceBuffer x,
      int xStride,
      DeviceBuffer y,
      int yStride,
      Epilogue epilogue) {
    panels = matrix.panels();
    for (int i = 0; i < ROWS.length; i++) {
      variants[i] =
          kernels
              .linear(matrix, ROWS[i])
              .with(step)
              .with(countAt)
              .with(x)
              .with(xStride)
              .with(matrix.data())
              .with(matrix.scales())
              .with(matrix.group())
              .with(matrix.inputs())
              .with(y)
              .with(yStride)
              .with(matrix.outputs())
              .with(epilogue.code());
    }
  }

  @Override
  public void launch(int rows) {
    launch(rows, Product.variant(ROWS, rows));
  }

  /** The same with a given variant; for tests. */
  void launch(int rows, int variant) {
    variants[variant].launch(Math.ceilDiv(rows, ROWS[variant]), panels);
  }
}
