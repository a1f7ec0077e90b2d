package dev.sigma.engine.runner;

import dev.sigma.engine.model.ModelConfig;
import java.nio.FloatBuffer;

/** What a step must fulfil before a runner touches anything: kernels do not check indexes. */
public final class StepCheck {

  private StepCheck() {}

  /**
   * Checks a step against a runner.
   *
   * @throws IllegalArgumentException naming the first thing that does not fit
   */
  public static void check(
      StepPlan step, ModelConfig config, StepLimits limits, int blocks, FloatBuffer logits) {
    if (step.isEmpty()) {
      throw new IllegalArgumentException("step: 0 rows (expected: at least 1)");
    }
    if (!step.limits().equals(limits)) {
      throw new IllegalArgumentException(
          "step planned for %s (expected: %s)".formatted(step.limits(), limits));
    }
    long wanted = (long) step.logitsRows() * config.vocabulary();
    if (logits.limit() < wanted) {
      throw new IllegalArgumentException(
          "logits: %d floats (expected: at least %d)".formatted(logits.limit(), wanted));
    }
    int positions = RopeTable.positions(config, limits);
    int[] tables = step.blockTables();
    for (int row = 0; row < step.rows(); row++) {
      int token = step.tokens()[row];
      if (token < 0 || token >= config.vocabulary()) {
        throw new IllegalArgumentException(
            "token of row %d: %d (expected: 0 to %d)"
                .formatted(row, token, config.vocabulary() - 1));
      }
      int position = step.positions()[row];
      if (position >= positions) {
        throw new IllegalArgumentException(
            "position of row %d: %d (expected: below %d)".formatted(row, position, positions));
      }
      int sequence = step.sequenceOfRow()[row];
      boolean last = row + 1 == step.rows() || step.sequenceOfRow()[row + 1] != sequence;
      if (last) {
        int table = sequence * limits.blocksPerSequence();
        for (int i = 0; i <= position / StepPlan.BLOCK_TOKENS; i++) {
          int block = tables[table + i];
          if (block < 0 || block >= blocks) {
            throw new IllegalArgumentException(
                "block %d of sequence %d: %d (expected: 0 to %d)"
                    .formatted(i, sequence, block, blocks - 1));
          }
        }
      }
    }
  }

  /**
   * Checks a block id and the buffers of {@link ModelRunner#readBlock} or {@link
   * ModelRunner#writeBlock}.
   *
   * @throws IllegalArgumentException naming the first thing that does not fit
   */
  public static void checkBlock(ModelRunner runner, int block, int keyBytes, int valueBytes) {
    if (block < 0 || block >= runner.blocks()) {
      throw new IllegalArgumentException(
          "block: %d (expected: 0 to %d)".formatted(block, runner.blocks() - 1));
    }
    if (keyBytes < runner.keyBlockBytes() || valueBytes < runner.valueBlockBytes()) {
      throw new IllegalArgumentException(
          "block buffers: %d and %d bytes (expected: at least %d and %d)"
              .formatted(keyBytes, valueBytes, runner.keyBlockBytes(), runner.valueBlockBytes()));
    }
  }
}
