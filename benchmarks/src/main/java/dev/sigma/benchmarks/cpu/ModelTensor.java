package dev.sigma.benchmarks.cpu;

/**
 * A matrix {@code [rows, columns]}, int8 in groups of {@link #GROUP} columns, or a norm of {@code
 * columns} values in f32.
 *
 * @param name as Hugging Face calls it
 * @param ggufName as GGUF calls it
 * @param rows output features; 0 for a norm
 * @param size standard deviation of its values, about
 * @param rotaryHeads heads whose rows GGUF keeps in another order, see {@link #ggufRow}; 0: none
 */
record ModelTensor(
    String name, String ggufName, int rows, int columns, double size, int rotaryHeads) {

  /** Columns that share a scale. */
  static final int GROUP = 32;

  static ModelTensor matrix(String name, String ggufName, int rows, int columns, double size) {
    if (columns % GROUP != 0) {
      throw new IllegalArgumentException(
          "%s: %d columns (expected: a multiple of %d)".formatted(name, columns, GROUP));
    }
    return new ModelTensor(name + ".weight", ggufName + ".weight", rows, columns, size, 0);
  }

  static ModelTensor norm(String name, String ggufName, int width) {
    return new ModelTensor(name + ".weight", ggufName + ".weight", 0, width, 1, 0);
  }

  ModelTensor rotary(int heads) {
    return new ModelTensor(name, ggufName, rows, columns, size, heads);
  }

  boolean isMatrix() {
    return rows > 0;
  }

  int groups() {
    return columns / GROUP;
  }

  /**
   * Which row stands at place {@code row} in GGUF. Hugging Face rotates dim {@code i} of a head
   * with dim {@code i + half}; llama.cpp rotates neighbours, so that the two halves are interleaved
   * there.
   */
  int ggufRow(int row) {
    if (rotaryHeads == 0) {
      return row;
    }
    int dim = rows / rotaryHeads;
    int inHead = row % dim;
    return row - inHead + inHead % 2 * (dim / 2) + inHead / 2;
  }
}
