package dev.sigma.engine.runner.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.runner.ActivationRounding;
import dev.sigma.engine.runner.KeyValueFormat;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.ModelRunnerContract;
import dev.sigma.engine.runner.NumericsMode;
import dev.sigma.engine.runner.RunnerAgreement;
import dev.sigma.engine.runner.Text;
import dev.sigma.engine.runner.reference.ReferenceRunner;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * K and V in bytes: what a token leaves depends on it alone, so all that is asked of exact runners
 * holds for their answers too.
 */
class BytePagesTest extends ModelRunnerContract {

  @Override
  protected ModelRunner open(ModelConfig config, ModelWeights weights) {
    return open(config, weights, KernelChoice.PORTABLE);
  }

  private static ModelRunner open(ModelConfig config, ModelWeights weights, KernelChoice kernels) {
    return OpenClRunner.open(config, weights, options(kernels), LIMITS, BLOCKS);
  }

  private static RunnerOptions options(KernelChoice kernels) {
    return new RunnerOptions(
        new DeviceChoice.Auto(),
        kernels,
        NumericsMode.EXACT,
        KeyValueFormat.INT8,
        TestDevice.KERNEL_CACHE);
  }

  /**
   * A number between two bytes may fall to either, and all after it differs. So many short texts:
   * most agree to rounding, and no difference is that of a wrong kernel.
   */
  @ParameterizedTest
  @MethodSource("cases")
  void run_portableKernels_agreeWithTheReferenceThatRoundsToo(Case model) {
    double[] errors = errors(model, KernelChoice.PORTABLE, ActivationRounding.NONE);
    assertThat(errors[errors.length / 2]).isLessThan(1e-5);
    assertThat(errors[errors.length - 1]).isLessThan(0.2);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void run_vnniKernels_agreeWithTheReferenceThatRoundsToo(Case model) {
    TestDevice.assumeVnni();
    double[] errors = errors(model, KernelChoice.VNNI, ActivationRounding.INT8);
    assertThat(errors[errors.length / 4]).isLessThan(1e-5);
    assertThat(errors[errors.length - 1]).isLessThan(0.2);
  }

  private static double[] errors(Case model, KernelChoice kernels, ActivationRounding rounding) {
    ModelWeights weights = model.weights();
    try (ModelRunner runner = open(model.config(), weights, kernels);
        ModelRunner reference =
            new ReferenceRunner(
                model.config(), weights, rounding, KeyValueFormat.INT8, LIMITS, BLOCKS)) {
      return RunnerAgreement.errorsOfShortTexts(runner, reference);
    }
  }

  /** Over several blocks; what differs is again where a number fell to the other byte. */
  @ParameterizedTest
  @MethodSource("cases")
  void run_severalBlocks_agreeWithTheReferenceThatRoundsToo(Case model) {
    ModelWeights weights = model.weights();
    int[] tokens = Text.randomTokens(new SplittableRandom(11), 75, model.config().vocabulary());
    try (ModelRunner runner = open(model.config(), weights);
        ModelRunner reference =
            new ReferenceRunner(
                model.config(),
                weights,
                ActivationRounding.NONE,
                KeyValueFormat.INT8,
                LIMITS,
                BLOCKS)) {
      float[][] actual = new Text(tokens, new int[] {2, 0, 3, 1, 4}).run(runner, 63, 11, 1);
      float[][] expected = new Text(tokens, new int[] {0, 1, 2, 3, 4}).run(reference, 63, 12);
      double[] errors = new double[tokens.length];
      for (int row = 0; row < tokens.length; row++) {
        errors[row] = RunnerAgreement.relativeError(actual[row], expected[row]);
      }
      Arrays.sort(errors);
      assertThat(errors[errors.length / 2]).isLessThan(0.02);
    }
  }

  @Test
  void blocks_takeAQuarterAndScales_andTheRunnerIsFast() {
    Case model = cases().findFirst().orElseThrow();
    AttentionShape shape = model.config().attention();
    try (ModelRunner runner = open(model.config(), model.weights())) {
      assertThat(runner.keyBlockBytes())
          .isEqualTo(model.config().layers() * 16 * shape.keyHeads() * (shape.keyDim() + 4));
      assertThat(runner.valueBlockBytes())
          .isEqualTo(model.config().layers() * 16 * shape.valueHeads() * (shape.valueDim() + 4));
      assertThat(runner.description().numerics()).isEqualTo(NumericsMode.FAST);
    }
  }

  @Test
  void selfCheck_agrees() {
    Case model = cases().findFirst().orElseThrow();
    RunnerOptions options = options(KernelChoice.PORTABLE);
    assertThat(SelfCheck.run(model.config(), model.weights(), options).agreed()).isTrue();
  }
}
