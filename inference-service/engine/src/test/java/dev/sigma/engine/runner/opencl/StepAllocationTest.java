package dev.sigma.engine.runner.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.engine.Allocations;
import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A step makes no garbage, whether layers are one launch each or many. */
class StepAllocationTest {

  private static final StepLimits LIMITS = new StepLimits(8, 2, 2, 4);
  private static final ModelConfig CONFIG =
      RandomModels.config(2, 64, new AttentionShape(2, 1, 2, 32, 32, 0, 0), true);

  @ParameterizedTest
  @EnumSource(
      value = KernelChoice.class,
      names = {"PORTABLE", "VNNI"})
  void run_aDecodeStep_allocatesNothing(KernelChoice kernels) {
    if (kernels == KernelChoice.VNNI) {
      TestDevice.assumeVnni();
    }
    ModelWeights weights =
        new RandomModels(1).weights(CONFIG, RandomModels.Encoding.all(Format.INT8, 32));
    RunnerOptions options =
        new RunnerOptions(
            new DeviceChoice.Auto(), kernels, NumericsMode.EXACT, TestDevice.KERNEL_CACHE);
    try (ModelRunner runner = OpenClRunner.open(CONFIG, weights, options, LIMITS, 8)) {
      StepPlan step = new StepPlan(LIMITS);
      int[] tokens = {3, 4};
      int[] tables = {0, 1, 2, 3, 4, 5, 6, 7};
      FloatBuffer logits =
          ByteBuffer.allocateDirect(Float.BYTES * LIMITS.logitsRows() * CONFIG.vocabulary())
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer();
      double[] logNormalisers = new double[LIMITS.logitsRows()];
      assertThat(
              Allocations.bytes(
                  () -> {
                    step.clear();
                    step.add(tokens, 0, 1, 5, tables, 4, StepPlan.Logits.LAST);
                    step.add(tokens, 1, 1, 0, tables, 1, StepPlan.Logits.LAST);
                    runner.run(step, logits);
                    runner.logNormalisers(logNormalisers);
                  }))
          .isZero();
    }
  }
}
