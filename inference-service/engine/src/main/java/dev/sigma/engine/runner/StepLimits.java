package dev.sigma.engine.runner;

/**
 * The largest step.
 *
 * @param rows tokens in a step, prefill and decode together
 * @param sequences sequences in a step
 * @param logitsRows rows that may ask for logits
 * @param blocksPerSequence blocks in one sequence's table
 */
public record StepLimits(int rows, int sequences, int logitsRows, int blocksPerSequence) {

  public StepLimits {
    if (rows <= 0 || sequences <= 0 || logitsRows <= 0 || blocksPerSequence <= 0) {
      throw new IllegalArgumentException(
          "rows %d, sequences %d, logitsRows %d, blocksPerSequence %d (expected: all > 0)"
              .formatted(rows, sequences, logitsRows, blocksPerSequence));
    }
  }
}
