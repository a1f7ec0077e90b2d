package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.model.Rope;
import dev.sigma.engine.model.WeightMatrix.Format;
import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.NumericsMode;
import dev.sigma.engine.runner.RandomModels;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.runner.StepPlan;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Prefill and decode rates of a random model of the bundled model's size: a main class, not a test,
 * because timings on a shared machine cannot pass or fail. Arguments: kernel cache folder.
 */
final class RunnerBenchmark {

  private static final int ROUNDS = 7;

  private RunnerBenchmark() {}

  public static void main(String[] args) {
    measure("8:1:4", 1536, new AttentionShape(8, 1, 4, 64, 64, 768, 0), Format.INT4, args[0]);
    measure("8:4:4", 1408, new AttentionShape(8, 4, 4, 64, 64, 0, 0), Format.INT8, args[0]);
  }

  private static void measure(
      String name, int feedForward, AttentionShape shape, Format format, String kernelCache) {
    ModelConfig config =
        new ModelConfig(
            "sigma", 12, 512, feedForward, 16_384, 4096, 1e-5f, Rope.unscaled(10_000), true, shape);
    ModelWeights weights =
        new RandomModels(1)
            .weights(config, new RandomModels.Encoding(format, 32, Format.INT8, 512));
    StepLimits limits = new StepLimits(256, 17, 17, 256);
    try (ModelRunner runner =
        OpenClRunner.open(
            config,
            weights,
            new RunnerOptions(
                new DeviceChoice.Auto(),
                KernelChoice.AUTO,
                NumericsMode.EXACT,
                Path.of(kernelCache)),
            limits,
            512)) {
      for (int context : new int[] {0, 256, 2048, 3840}) {
        System.out.printf(
            "%s: prefill of 256 at %d: %.0f tok/s%n",
            name, context, 256 / seconds(runner, prompt(runner, 256, context), 1));
      }
      for (int context : new int[] {32, 256, 2048}) {
        System.out.printf(
            "%s: decode at %d: %.0f tok/s%n",
            name, context, 1 / seconds(runner, decode(runner, context, 1), 20));
      }
      for (int sequences : new int[] {2, 4, 8, 16}) {
        System.out.printf(
            "%s: decode of %d sequences at 256: %.0f tok/s%n",
            name, sequences, sequences / seconds(runner, decode(runner, 256, sequences), 20));
      }
      for (int rows : new int[] {1, 4, 8, 16}) {
        StepPlan step = decode(runner, 256, 15);
        add(step, rows, 3840);
        System.out.printf(
            "%s: step of 15 sequences at 256 and %d rows of a prompt at 3840: %.2f ms%n",
            name, rows, 1e3 * seconds(runner, step, 10));
      }
    }
  }

  private static StepPlan prompt(ModelRunner runner, int rows, int context) {
    StepPlan step = new StepPlan(runner.limits());
    add(step, rows, context);
    return step;
  }

  private static void add(StepPlan step, int rows, int context) {
    int[] counted = IntStream.range(0, 256).toArray();
    step.add(counted, 0, rows, context, counted, 256, StepPlan.Logits.LAST);
  }

  private static StepPlan decode(ModelRunner runner, int context, int sequences) {
    StepPlan step = new StepPlan(runner.limits());
    for (int i = 0; i < sequences; i++) {
      // 32 blocks of its own, where the context fits into them
      int first = context < 512 ? 32 * i : 0;
      int[] table = IntStream.range(first, first + 256).map(b -> b % 512).toArray();
      step.add(new int[] {i}, 0, 1, context, table, 256, StepPlan.Logits.LAST);
    }
    return step;
  }

  /** Seconds a step, the best of several rounds. */
  private static double seconds(ModelRunner runner, StepPlan step, int steps) {
    FloatBuffer logits =
        ByteBuffer.allocateDirect(4 * step.logitsRows() * runner.config().vocabulary())
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < steps; i++) {
        runner.run(step, logits);
      }
      best = Math.min(best, (System.nanoTime() - start) / 1e9 / steps);
    }
    return best;
  }
}
