package dev.sigma.benchmarks.cpu;

import dev.sigma.engine.model.ModelDirectory;
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
import java.util.stream.IntStream;

/** This engine's runner. OpenCL takes all cores: there are no threads to choose. */
final class SigmaContender implements Contender {

  private static final int ROWS = 512;
  private static final int SEQUENCES = 16;

  /** Blocks of each sequence: 1,024 tokens. */
  private static final int TABLE = 64;

  private final ModelRunner runner;
  private final StepPlan step;
  private final int vocabulary;
  private final FloatBuffer logits;

  private SigmaContender(ModelRunner runner) {
    this.runner = runner;
    step = new StepPlan(runner.limits());
    vocabulary = runner.config().vocabulary();
    logits =
        ByteBuffer.allocateDirect(Float.BYTES * SEQUENCES * vocabulary)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
  }

  /**
   * @param model a model directory
   * @param kernelCache folder for compiled kernels
   */
  static SigmaContender open(Path model, Path kernelCache, NumericsMode numerics) {
    StepLimits limits = new StepLimits(ROWS, SEQUENCES, SEQUENCES, TABLE);
    try (ModelDirectory directory = ModelDirectory.open(model)) {
      return new SigmaContender(
          OpenClRunner.open(
              directory.config(),
              directory.weights(),
              new RunnerOptions(new DeviceChoice.Auto(), KernelChoice.AUTO, numerics, kernelCache),
              limits,
              SEQUENCES * TABLE));
    }
  }

  @Override
  public String description() {
    return runner.description().toString();
  }

  @Override
  public double prefill(int[] prompt, int threads) {
    long start = System.nanoTime();
    for (int from = 0; from < prompt.length; from += ROWS) {
      int count = Math.min(ROWS, prompt.length - from);
      boolean last = from + count == prompt.length;
      step.clear();
      add(0, prompt, from, count, from, last ? StepPlan.Logits.LAST : StepPlan.Logits.NONE);
      runner.run(step, logits);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public double decode(int[][] prompts, int count, int threads) {
    int[] next = new int[prompts.length];
    for (int i = 0; i < prompts.length; i++) {
      step.clear();
      add(i, prompts[i], 0, prompts[i].length, 0, StepPlan.Logits.LAST);
      runner.run(step, logits);
      next[i] = Logits.argmax(logits, 0, vocabulary);
    }
    long start = System.nanoTime();
    for (int n = 0; n < count; n++) {
      step.clear();
      for (int i = 0; i < prompts.length; i++) {
        add(i, next, i, 1, prompts[i].length + n, StepPlan.Logits.LAST);
      }
      runner.run(step, logits);
      for (int i = 0; i < prompts.length; i++) {
        next[i] = Logits.argmax(logits, i * vocabulary, vocabulary);
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public double[] score(int[] tokens) {
    double[] surprises = new double[tokens.length - 1];
    for (int from = 0; from < surprises.length; from += SEQUENCES) {
      int count = Math.min(SEQUENCES, surprises.length - from);
      step.clear();
      add(0, tokens, from, count, from, StepPlan.Logits.ALL);
      runner.run(step, logits);
      for (int i = 0; i < count; i++) {
        surprises[from + i] =
            Logits.surprise(logits, i * vocabulary, vocabulary, tokens[from + i + 1]);
      }
    }
    return surprises;
  }

  private void add(
      int sequence, int[] source, int from, int count, int position, StepPlan.Logits wanted) {
    int[] table = IntStream.range(sequence * TABLE, (sequence + 1) * TABLE).toArray();
    step.add(source, from, count, position, table, TABLE, wanted);
  }

  @Override
  public void close() {
    runner.close();
  }
}
