package dev.sigma.engine.schedule;

import static dev.sigma.engine.runner.StepPlan.BLOCK_TOKENS;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.Rope;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.NumericsMode;
import dev.sigma.engine.runner.RunnerDescription;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.runner.StepPlan;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for a decoder that is quick and unforgiving: a row's logits are a hash of all tokens
 * up to it, read back from a paged pool through the block table of the step. A wrong table, a wrong
 * position, a block given to two sequences or a missing token changes the answer.
 */
final class HistoryRunner implements ModelRunner {

  static final int VOCABULARY = 48;

  private final ModelConfig config;
  private final StepLimits limits;
  private final int[][] pool;

  /** Called before each step; may throw in the runner's name. */
  private volatile @Nullable StepHook hook;

  /** A row of this token gives logits that are not numbers. */
  private volatile int poison = -1;

  private volatile boolean closed;

  interface StepHook {
    void before(StepPlan step);
  }

  HistoryRunner(int blocks, StepLimits limits) {
    this.limits = limits;
    config =
        new ModelConfig(
            "sigma",
            1,
            2,
            2,
            VOCABULARY,
            limits.blocksPerSequence() * BLOCK_TOKENS,
            1e-5f,
            Rope.unscaled(10_000),
            true,
            new AttentionShape(1, 1, 1, 2, 2, 0, 0));
    pool = new int[blocks][BLOCK_TOKENS];
    for (int[] block : pool) {
      Arrays.fill(block, -1);
    }
  }

  void hook(StepHook before) {
    hook = before;
  }

  void poison(int token) {
    poison = token;
  }

  boolean closed() {
    return closed;
  }

  /** The logits after {@code length} tokens. */
  static float[] logits(int[] tokens, int length) {
    long state = 1;
    for (int i = 0; i < length; i++) {
      state = mix(state + tokens[i]);
    }
    return logits(state);
  }

  @Override
  public void run(StepPlan step, FloatBuffer logits) {
    StepHook before = hook;
    if (before != null) {
      before.before(step);
    }
    for (int row = 0; row < step.rows(); row++) {
      int position = step.positions()[row];
      pool[block(step, row, position)][position % BLOCK_TOKENS] = step.tokens()[row];
    }
    for (int i = 0; i < step.logitsRows(); i++) {
      int row = step.logitsRowIndexes()[i];
      long state = 1;
      for (int position = 0; position <= step.positions()[row]; position++) {
        int token = pool[block(step, row, position)][position % BLOCK_TOKENS];
        state = mix(state + token);
      }
      logits.put(i * VOCABULARY, logits(state));
      if (step.tokens()[row] == poison) {
        logits.put(i * VOCABULARY + 7, Float.NaN);
      }
    }
  }

  private int block(StepPlan step, int row, int position) {
    int table = step.sequenceOfRow()[row] * limits.blocksPerSequence();
    return step.blockTables()[table + position / BLOCK_TOKENS];
  }

  private static float[] logits(long state) {
    float[] logits = new float[VOCABULARY];
    for (int i = 0; i < VOCABULARY; i++) {
      logits[i] = (mix(state + i) >>> 40) * 0x1p-22f; // 0 to 4
    }
    return logits;
  }

  private static long mix(long value) {
    long z = (value + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    return (z ^ (z >>> 31)) * 0x94D049BB133111EBL;
  }

  @Override
  public ModelConfig config() {
    return config;
  }

  @Override
  public RunnerDescription description() {
    return new RunnerDescription("history", "test", "none", NumericsMode.EXACT);
  }

  @Override
  public StepLimits limits() {
    return limits;
  }

  @Override
  public int blocks() {
    return pool.length;
  }

  @Override
  public int keyBlockBytes() {
    return BLOCK_TOKENS * Integer.BYTES;
  }

  @Override
  public int valueBlockBytes() {
    return 0;
  }

  @Override
  public void readBlock(int block, ByteBuffer keys, ByteBuffer values) {
    keys.asIntBuffer().put(pool[block]);
  }

  @Override
  public void writeBlock(int block, ByteBuffer keys, ByteBuffer values) {
    keys.asIntBuffer().get(pool[block]);
  }

  @Override
  public void close() {
    closed = true;
  }
}
