package dev.sigma.engine.runner.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.ModelRunnerContract;
import dev.sigma.engine.runner.ModelRunnerContract.Case;
import dev.sigma.engine.runner.NumericsMode;
import dev.sigma.engine.runner.RandomModels;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.runner.reference.ReferenceRunner;
import org.junit.jupiter.api.Test;

class SelfCheckTest {

  private static final Case MODEL = ModelRunnerContract.cases().findFirst().orElseThrow();

  @Test
  void run_soundDevice_agrees() {
    SelfCheck.Result result =
        SelfCheck.run(
            MODEL.config(),
            MODEL.weights(),
            new RunnerOptions(
                new DeviceChoice.Auto(),
                KernelChoice.PORTABLE,
                NumericsMode.EXACT,
                TestDevice.KERNEL_CACHE));
    assertThat(result.agreed()).as(result.message()).isTrue();
    assertThat(result.relativeError()).isLessThan(1e-5);
  }

  @Test
  void run_integerKernels_agreeWithTheReferenceThatRounds() {
    TestDevice.assumeVnni();
    Case model = ModelRunnerContract.cases().toList().get(1);
    SelfCheck.Result result =
        SelfCheck.run(
            model.config(),
            model.weights(),
            new RunnerOptions(
                new DeviceChoice.Auto(),
                KernelChoice.VNNI,
                NumericsMode.EXACT,
                TestDevice.KERNEL_CACHE));
    assertThat(result.agreed()).as(result.message()).isTrue();
    assertThat(result.message()).contains("with vnni kernels");
  }

  @Test
  void run_noSuchDevice_saysSo() {
    SelfCheck.Result result =
        SelfCheck.run(
            MODEL.config(),
            MODEL.weights(),
            new RunnerOptions(
                new DeviceChoice.Index(99),
                KernelChoice.AUTO,
                NumericsMode.EXACT,
                TestDevice.KERNEL_CACHE));
    assertThat(result.agreed()).isFalse();
    assertThat(result.message()).contains("device: opencl:99 (expected: below");
  }

  @Test
  void compare_otherWeights_disagrees() {
    ModelConfig config = MODEL.config();
    StepLimits limits = new StepLimits(5, 1, 1, 1);
    ModelWeights other = new RandomModels(99).weights(config, MODEL.encoding());
    try (ModelRunner a = new ReferenceRunner(config, MODEL.weights(), limits, 2);
        ModelRunner b = new ReferenceRunner(config, other, limits, 2)) {
      SelfCheck.Result result = SelfCheck.compare(a, b, SelfCheck.ROUNDED_BOUND);
      assertThat(result.agreed()).isFalse();
      assertThat(result.relativeError()).isGreaterThan(0.1);
    }
  }

  @Test
  void compare_notANumber_disagrees() {
    ModelConfig config = MODEL.config();
    StepLimits limits = new StepLimits(5, 1, 1, 1);
    ModelWeights sound = MODEL.weights();
    float[] norm = sound.finalNorm().clone();
    norm[3] = Float.NaN;
    ModelWeights broken = new ModelWeights(sound.embedding(), sound.layers(), norm, sound.output());
    try (ModelRunner a = new ReferenceRunner(config, broken, limits, 2);
        ModelRunner b = new ReferenceRunner(config, sound, limits, 2)) {
      assertThat(SelfCheck.compare(a, b, SelfCheck.ROUNDED_BOUND).agreed()).isFalse();
    }
  }
}
