package dev.sigma.engine.schedule;

import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.RunnerDescription;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.runner.StepPlan;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Random;

/**
 * Another runner that is ill now and then: some steps throw, before or after their work, and in
 * some a row of logits has a value that is not finite. Never twice in a row: the probe after a
 * failed step finds it well.
 */
final class FaultyRunner implements ModelRunner {

  private static final float[] NOT_FINITE = {
    Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY
  };

  private final ModelRunner runner;
  private final int oneIn;
  private final Random random;
  private boolean wasIll;

  /** Row of the newest step's logits that has been spoilt; -1: none. */
  private int spoilt = -1;

  private volatile long failedSteps;
  private volatile long lostSequences;
  private volatile long spoiltRows;

  /** What a failed step throws. */
  static final class InjectedException extends RuntimeException {

    InjectedException(String message) {
      super(message);
    }
  }

  /**
   * @param oneIn of so many steps one throws, and one has bad logits
   */
  FaultyRunner(ModelRunner runner, int oneIn, long seed) {
    this.runner = runner;
    this.oneIn = oneIn;
    random = new Random(seed);
  }

  /** Steps that threw. */
  long failedSteps() {
    return failedSteps;
  }

  /** Sequences that were in them. */
  long lostSequences() {
    return lostSequences;
  }

  /** Rows of logits that were spoilt, one sequence each. */
  long spoiltRows() {
    return spoiltRows;
  }

  // one thread writes the counters
  @SuppressWarnings("NonAtomicVolatileUpdate")
  @Override
  public void run(StepPlan step, FloatBuffer logits) {
    spoilt = -1;
    if (wasIll) {
      wasIll = false;
      runner.run(step, logits);
      return;
    }
    int fate = random.nextInt(2 * oneIn);
    if (fate == 0) {
      runner.run(step, logits);
    }
    if (fate <= 1) {
      wasIll = true;
      failedSteps++;
      lostSequences += step.sequences();
      throw new InjectedException(fate == 0 ? "after the step" : "before the step");
    }
    runner.run(step, logits);
    if (fate <= 3 && step.logitsRows() > 0) {
      wasIll = true;
      spoiltRows++;
      spoilt = random.nextInt(step.logitsRows());
      int vocabulary = config().vocabulary();
      int at = spoilt * vocabulary + random.nextInt(vocabulary);
      logits.put(at, NOT_FINITE[random.nextInt(NOT_FINITE.length)]);
    }
  }

  @Override
  public boolean logNormalisers(double[] into) {
    boolean known = runner.logNormalisers(into);
    if (known && spoilt >= 0) {
      into[spoilt] = Double.NaN;
    }
    return known;
  }

  @Override
  public ModelConfig config() {
    return runner.config();
  }

  @Override
  public RunnerDescription description() {
    return runner.description();
  }

  @Override
  public StepLimits limits() {
    return runner.limits();
  }

  @Override
  public int blocks() {
    return runner.blocks();
  }

  @Override
  public int keyBlockBytes() {
    return runner.keyBlockBytes();
  }

  @Override
  public int valueBlockBytes() {
    return runner.valueBlockBytes();
  }

  @Override
  public void readBlock(int block, ByteBuffer keys, ByteBuffer values) {
    runner.readBlock(block, keys, values);
  }

  @Override
  public void writeBlock(int block, ByteBuffer keys, ByteBuffer values) {
    runner.writeBlock(block, keys, values);
  }

  @Override
  public void close() {
    runner.close();
  }
}
