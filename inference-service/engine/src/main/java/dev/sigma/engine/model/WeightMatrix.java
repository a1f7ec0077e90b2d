package dev.sigma.engine.model;

import java.lang.foreign.MemorySegment;

/**
 * A linear layer's weight {@code [rows, columns]} (output rows, input columns; {@code y = W x}) as
 * it lies in the file, row-major and little-endian. A view: nothing is copied until a runner packs
 * it.
 *
 * @param name tensor name, for errors
 * @param rows output features
 * @param columns input features
 * @param format how {@code data} is encoded
 * @param data the values; F32: 4 bytes each; BF16: 2 bytes each; INT8: signed bytes; INT4: two's
 *     complement + 8, eight to a little-endian 32-bit word, column {@code j} in bits {@code 4 * (j
 *     % 8)} of word {@code j / 8} of its row (compressed-tensors, pack-quantized)
 * @param groupSize columns that share a scale; 0 for F32 and BF16
 * @param scales f32 scales {@code [rows, ceil(columns / groupSize)]}; empty for F32 and BF16
 */
public record WeightMatrix(
    String name,
    int rows,
    int columns,
    Format format,
    MemorySegment data,
    int groupSize,
    float[] scales) {

  /** Encoding of the values. */
  public enum Format {
    F32,
    BF16,
    INT8,
    INT4
  }
}
