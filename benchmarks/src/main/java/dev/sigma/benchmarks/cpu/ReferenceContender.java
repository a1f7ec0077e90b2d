package dev.sigma.benchmarks.cpu;

import dev.sigma.engine.model.ModelDirectory;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.runner.StepPlan;
import dev.sigma.engine.runner.reference.ReferenceRunner;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * This engine's definition in plain Java, which rounds nothing but f32: what the others' numbers
 * are held against. Far too slow to be timed.
 */
final class ReferenceContender implements Contender {

  private static final int ROWS = 32;

  /** Blocks: 512 tokens. */
  private static final int BLOCKS = 32;

  private final ModelDirectory directory;
  private final ReferenceRunner runner;
  private final int vocabulary;

  private ReferenceContender(ModelDirectory directory) {
    this.directory = directory;
    StepLimits limits = new StepLimits(ROWS, 1, ROWS, BLOCKS);
    runner = new ReferenceRunner(directory.config(), directory.weights(), limits, BLOCKS);
    vocabulary = directory.config().vocabulary();
  }

  /**
   * @param model a model directory
   */
  static ReferenceContender open(Path model) {
    return new ReferenceContender(ModelDirectory.open(model));
  }

  @Override
  public String description() {
    return runner.description().toString();
  }

  @Override
  public double prefill(int[] prompt, int threads) {
    throw new UnsupportedOperationException("the reference is not timed");
  }

  @Override
  public double decode(int[][] prompts, int count, int threads) {
    throw new UnsupportedOperationException("the reference is not timed");
  }

  @Override
  public double[] score(int[] tokens) {
    double[] surprises = new double[tokens.length - 1];
    int[] table = IntStream.range(0, BLOCKS).toArray();
    FloatBuffer logits = FloatBuffer.allocate(ROWS * vocabulary);
    StepPlan step = new StepPlan(runner.limits());
    for (int from = 0; from < surprises.length; from += ROWS) {
      int count = Math.min(ROWS, surprises.length - from);
      step.clear();
      step.add(tokens, from, count, from, table, BLOCKS, StepPlan.Logits.ALL);
      runner.run(step, logits);
      for (int i = 0; i < count; i++) {
        surprises[from + i] =
            Logits.surprise(logits, i * vocabulary, vocabulary, tokens[from + i + 1]);
      }
    }
    return surprises;
  }

  @Override
  public void close() {
    runner.close();
    directory.close();
  }
}
