package dev.sigma.benchmarks.diffqkv;

import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.NumericsMode;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.runner.StepPlan;
import dev.sigma.engine.runner.opencl.KernelChoice;
import dev.sigma.engine.runner.opencl.OpenClRunner;
import dev.sigma.engine.runner.opencl.RunnerOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Decode steps of one row over pools of random K and V. */
final class DecodeTimer implements AutoCloseable {

  private static final int WARM_UP = 3;
  private static final int STEPS = 21;

  private final ModelRunner runner;
  private final int[] table;
  private final StepPlan step;
  private final FloatBuffer logits;

  private DecodeTimer(ModelRunner runner) {
    this.runner = runner;
    table = IntStream.range(0, runner.blocks()).toArray();
    step = new StepPlan(runner.limits());
    logits = direct(Float.BYTES * runner.config().vocabulary()).asFloatBuffer();
    fillPools();
  }

  /**
   * Opens a runner for contexts up to the decoder's positions.
   *
   * @param kernelCache folder for compiled kernels
   */
  static DecodeTimer open(RandomDecoder decoder, Path kernelCache) {
    int blocks = Math.ceilDiv(decoder.config().maxPositions(), StepPlan.BLOCK_TOKENS);
    return new DecodeTimer(
        OpenClRunner.open(
            decoder.config(),
            decoder.weights(),
            new RunnerOptions(
                new DeviceChoice.Auto(), KernelChoice.AUTO, NumericsMode.EXACT, kernelCache),
            new StepLimits(1, 1, 1, blocks),
            blocks));
  }

  /** The same values in every block, but each block is memory of its own. */
  private void fillPools() {
    SplittableRandom random = new SplittableRandom(2);
    ByteBuffer keys = random(random, runner.keyBlockBytes());
    ByteBuffer values = random(random, runner.valueBlockBytes());
    for (int block : table) {
      runner.writeBlock(block, keys, values);
    }
  }

  private static ByteBuffer random(SplittableRandom random, int bytes) {
    ByteBuffer buffer = direct(bytes);
    while (buffer.hasRemaining()) {
      buffer.putFloat(2 * random.nextFloat() - 1);
    }
    return buffer.rewind();
  }

  String description() {
    return runner.description().toString();
  }

  /** Times steps whose row is the last of {@code context} positions; milliseconds of each. */
  double[] milliseconds(int context) {
    step.clear();
    step.add(new int[1], 0, 1, context - 1, table, table.length, StepPlan.Logits.LAST);
    for (int i = 0; i < WARM_UP; i++) {
      runner.run(step, logits);
    }
    double[] times = new double[STEPS];
    for (int i = 0; i < STEPS; i++) {
      long start = System.nanoTime();
      runner.run(step, logits);
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    if (!Float.isFinite(logits.get(0))) {
      throw new IllegalStateException(
          "context %d: logit %s (expected: a number)".formatted(context, logits.get(0)));
    }
    return times;
  }

  private static ByteBuffer direct(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() {
    runner.close();
  }
}
