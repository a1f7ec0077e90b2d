package dev.sigma.engine.runner;

import java.util.Arrays;

/**
 * One step as flat arrays, reused from step to step so that planning allocates nothing: prefill
 * chunks and decode rows of many sequences, one after another. A row is one token at one position
 * of one sequence.
 */
public final class StepPlan {

  /** Tokens in a block. */
  public static final int BLOCK_TOKENS = 16;

  /** Which rows of a chunk give logits. */
  public enum Logits {
    /** None: a prefill chunk that is not the prompt's last. */
    NONE,
    /** The chunk's last row. */
    LAST,
    /** Every row: scoring a text. */
    ALL
  }

  private final StepLimits limits;
  private final int[] tokens;
  private final int[] positions;
  private final int[] sequenceOfRow;
  private final int[] logitsRows;
  private final int[] blockTables;
  private int rows;
  private int sequences;
  private int logitsCount;

  public StepPlan(StepLimits limits) {
    this.limits = limits;
    tokens = new int[limits.rows()];
    positions = new int[limits.rows()];
    sequenceOfRow = new int[limits.rows()];
    logitsRows = new int[limits.logitsRows()];
    blockTables = new int[Math.multiplyExact(limits.sequences(), limits.blocksPerSequence())];
  }

  /** Empties the plan. */
  public void clear() {
    rows = 0;
    sequences = 0;
    logitsCount = 0;
  }

  /**
   * Adds {@code count} consecutive tokens of one sequence.
   *
   * @param source tokens of the sequence or of the chunk
   * @param from index in {@code source} of the first token
   * @param count tokens to add, at least 1
   * @param firstPosition position in the sequence of the first token; all earlier positions are
   *     already in the blocks
   * @param blockTable block ids; entry {@code p / 16} holds position {@code p}, and must cover the
   *     last position added
   * @param blocks entries of {@code blockTable} in use
   * @param logits which rows give logits
   */
  public void add(
      int[] source,
      int from,
      int count,
      int firstPosition,
      int[] blockTable,
      int blocks,
      Logits logits) {
    int wanted =
        switch (logits) {
          case NONE -> 0;
          case LAST -> 1;
          case ALL -> count;
        };
    int needed = Math.ceilDiv(firstPosition + count, BLOCK_TOKENS);
    if (count < 1
        || firstPosition < 0
        || rows + count > limits.rows()
        || sequences == limits.sequences()
        || logitsCount + wanted > limits.logitsRows()
        || needed > blocks
        || blocks > limits.blocksPerSequence()) {
      throw new IllegalArgumentException(
          "count %d at position %d with %d blocks (expected: within %s; planned so far: %d rows, %d sequences, %d logits rows)"
              .formatted(count, firstPosition, blocks, limits, rows, sequences, logitsCount));
    }
    System.arraycopy(source, from, tokens, rows, count);
    for (int i = 0; i < count; i++) {
      positions[rows + i] = firstPosition + i;
    }
    Arrays.fill(sequenceOfRow, rows, rows + count, sequences);
    for (int i = count - wanted; i < count; i++) {
      logitsRows[logitsCount++] = rows + i;
    }
    System.arraycopy(blockTable, 0, blockTables, sequences * limits.blocksPerSequence(), blocks);
    rows += count;
    sequences++;
  }

  /** Rows planned. */
  public int rows() {
    return rows;
  }

  /** Sequences planned. */
  public int sequences() {
    return sequences;
  }

  /** Rows that give logits. */
  public int logitsRows() {
    return logitsCount;
  }

  /** Whether nothing is planned. */
  public boolean isEmpty() {
    return rows == 0;
  }

  /** Token ids, {@code [rows]} in use. Not to be changed. */
  public int[] tokens() {
    return tokens;
  }

  /** Position of each row in its sequence, {@code [rows]} in use. Not to be changed. */
  public int[] positions() {
    return positions;
  }

  /** Index of each row's sequence in this step, {@code [rows]} in use. Not to be changed. */
  public int[] sequenceOfRow() {
    return sequenceOfRow;
  }

  /** Row indexes that give logits, ascending, {@code [logitsRows()]} in use. Not to be changed. */
  public int[] logitsRowIndexes() {
    return logitsRows;
  }

  /** Block ids, {@code [sequences, limits.blocksPerSequence]}. Not to be changed. */
  public int[] blockTables() {
    return blockTables;
  }

  /** The limits it was made for. */
  public StepLimits limits() {
    return limits;
  }
}
