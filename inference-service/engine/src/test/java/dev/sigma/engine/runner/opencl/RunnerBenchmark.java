package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.model.Rope;
import dev.sigma.engine.model.WeightMatrix.Format;
import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.runner.ModelRunner;
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
    ModelConfig config =
        new ModelConfig(
            "sigma",
            12,
            512,
            1536,
            16_384,
            4096,
            1e-5f,
            Rope.unscaled(10_000),
            true,
            new AttentionShape(8, 1, 4, 64, 64, 768, 0));
    ModelWeights weights =
        new RandomModels(1)
            .weights(config, new RandomModels.Encoding(Format.INT4, 32, Format.INT8, 512));
    StepLimits limits = new StepLimits(256, 16, 16, 256);
    try (ModelRunner runner =
        OpenClRunner.open(
            config,
            weights,
            new DeviceChoice.Auto(),
            KernelChoice.AUTO,
            limits,
            512,
            Path.of(args[0]))) {
      for (int context : new int[] {0, 256, 2048}) {
        System.out.printf("prefill of 256 at %d: %.0f tok/s%n", context, prefill(runner, context));
      }
      for (int context : new int[] {32, 256, 2048}) {
        System.out.printf("decode at %d: %.0f tok/s%n", context, decode(runner, context, 1));
      }
      for (int sequences : new int[] {2, 4, 8, 16}) {
        System.out.printf(
            "decode of %d sequences at 256: %.0f tok/s%n",
            sequences, decode(runner, 256, sequences));
      }
    }
  }

  private static double prefill(ModelRunner runner, int context) {
    StepPlan step = new StepPlan(runner.limits());
    int[] tokens = IntStream.range(0, 256).toArray();
    int[] table = IntStream.range(0, 256).toArray();
    step.add(tokens, 0, 256, context, table, 256, StepPlan.Logits.LAST);
    return 256 / best(runner, step, 1);
  }

  private static double decode(ModelRunner runner, int context, int sequences) {
    StepPlan step = new StepPlan(runner.limits());
    int[] table = IntStream.range(0, 256).toArray();
    for (int i = 0; i < sequences; i++) {
      step.add(new int[] {i}, 0, 1, context, table, 256, StepPlan.Logits.LAST);
    }
    return sequences / best(runner, step, 20);
  }

  /** Seconds a step, the best of several rounds. */
  private static double best(ModelRunner runner, StepPlan step, int steps) {
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
