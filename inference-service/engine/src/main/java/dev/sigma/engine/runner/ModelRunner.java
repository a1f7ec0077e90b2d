package dev.sigma.engine.runner;

import dev.sigma.engine.model.ModelConfig;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * Runs steps of one decoder on one device. Owns the K and V pools: block {@code b} is row {@code b}
 * of a K pool {@code [layers, blocks, 16, keyHeads, keyDim]} and of a separate V pool {@code
 * [layers, blocks, 16, valueHeads, valueDim]}; the caller decides which block holds what.
 *
 * <p>Not thread-safe: one engine thread calls it. In {@link NumericsMode#EXACT} a row's logits
 * depend only on the tokens before it in its sequence: not on the other rows of the step, not on
 * how the prompt was cut into steps, not on which blocks hold its K/V.
 */
public interface ModelRunner extends AutoCloseable {

  /** The decoder that it runs. */
  ModelConfig config();

  /** What runs it, for health, metrics, logs and {@code system_fingerprint}. */
  RunnerDescription description();

  /** The largest step that {@link #run} takes. */
  StepLimits limits();

  /** Blocks in each pool. */
  int blocks();

  /**
   * Runs one step: appends K/V of every row to its block, then writes the logits of the rows that
   * asked for them.
   *
   * @param step what to run
   * @param logits receives {@code [step.logitsRows(), vocabulary]} from index 0, in row order; a
   *     direct buffer spares a copy
   * @throws IllegalArgumentException if the step does not fit the model, the limits or the pools;
   *     nothing has run then
   */
  void run(StepPlan step, FloatBuffer logits);

  /**
   * What turns a logit of the newest step into its log-probability: the natural logarithm of the
   * sum of its row's exponentials, NaN where one of the row's logits is not finite. It depends on
   * the row alone.
   *
   * @param into receives one number for each row of logits, in row order
   * @return false if this runner leaves them to whoever needs them; nothing is written then
   */
  default boolean logNormalisers(double[] into) {
    return false;
  }

  /** Bytes of one block's K over all layers, as {@link #readBlock} gives them. */
  int keyBlockBytes();

  /** Bytes of one block's V over all layers, as {@link #readBlock} gives them. */
  int valueBlockBytes();

  /**
   * Copies block {@code block} out, bit for bit.
   *
   * @param keys receives K {@code [layers, 16, keyHeads, keyDim]} as little-endian f32, from index
   *     0; its position is neither used nor changed. A runner that keeps {@link
   *     KeyValueFormat#INT8} gives bytes and scales as they lie in its pools instead
   * @param values receives V {@code [layers, 16, valueHeads, valueDim]} likewise
   */
  void readBlock(int block, ByteBuffer keys, ByteBuffer values);

  /** Copies a block in, the inverse of {@link #readBlock}, with the same buffers. */
  void writeBlock(int block, ByteBuffer keys, ByteBuffer values);

  @Override
  void close();
}
