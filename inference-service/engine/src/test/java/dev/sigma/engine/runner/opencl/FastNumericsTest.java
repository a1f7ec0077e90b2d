package dev.sigma.engine.runner.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.runner.ActivationRounding;
import dev.sigma.engine.runner.KeyValueFormat;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.ModelRunnerContract;
import dev.sigma.engine.runner.ModelRunnerContract.Case;
import dev.sigma.engine.runner.NumericsMode;
import dev.sigma.engine.runner.RunnerAgreement;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.runner.reference.ReferenceRunner;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kernels whose sums the compiler may reorder are as near to the reference as exact ones. */
class FastNumericsTest {

  private static final StepLimits LIMITS = new StepLimits(64, 4, 64, 5);
  private static final int BLOCKS = 24;

  static Stream<Case> cases() {
    return ModelRunnerContract.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void run_portableKernels_agreeWithTheReference(Case model) {
    ModelWeights weights = model.weights();
    try (ModelRunner fast = open(model, weights, KernelChoice.PORTABLE);
        ModelRunner reference = new ReferenceRunner(model.config(), weights, LIMITS, BLOCKS)) {
      RunnerAgreement.assertAgree(fast, reference, 75, 1e-4);
    }
  }

  /** An activation between two integers may fall to either: no difference is a wrong kernel's. */
  @ParameterizedTest
  @MethodSource("cases")
  void run_vnniKernels_agreeWithTheReferenceThatRoundsToo(Case model) {
    TestDevice.assumeVnni();
    ModelWeights weights = model.weights();
    try (ModelRunner fast = open(model, weights, KernelChoice.VNNI);
        ModelRunner reference =
            new ReferenceRunner(
                model.config(),
                weights,
                ActivationRounding.INT8,
                KeyValueFormat.F32,
                LIMITS,
                BLOCKS)) {
      RunnerAgreement.assertAgree(fast, reference, 75, 0.2);
    }
  }

  @Test
  void description_saysFast() {
    Case model = cases().findFirst().orElseThrow();
    try (ModelRunner fast = open(model, model.weights(), KernelChoice.AUTO)) {
      assertThat(fast.description().numerics()).isEqualTo(NumericsMode.FAST);
    }
  }

  private static ModelRunner open(Case model, ModelWeights weights, KernelChoice kernels) {
    return OpenClRunner.open(
        model.config(),
        weights,
        new RunnerOptions(
            new DeviceChoice.Auto(), kernels, NumericsMode.FAST, TestDevice.KERNEL_CACHE),
        LIMITS,
        BLOCKS);
  }
}
