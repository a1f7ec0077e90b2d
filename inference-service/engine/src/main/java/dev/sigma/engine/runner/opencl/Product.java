package dev.sigma.engine.runner.opencl;

/** One linear layer with its arguments set. */
sealed interface Product permits Linear, IntegerLinear {

  /** What happens with the sums; the numbers stand in {@code epilogue.cl}. */
  enum Epilogue {
    STORE(0),
    ADD(1),
    SILU_GATE(2);

    private final int code;

    Epilogue(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  /** Queues the product of {@code rows} rows. */
  void launch(int rows);

  /** The first variant whose work-items take as many rows, else the widest. */
  static int variant(int[] rowsOfVariants, int rows) {
    int variant = 0;
    while (variant < rowsOfVariants.length - 1 && rowsOfVariants[variant] < rows) {
      variant++;
    }
    return variant;
  }
}
