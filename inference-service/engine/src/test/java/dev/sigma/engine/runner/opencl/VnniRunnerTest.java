package dev.sigma.engine.runner.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.runner.ActivationRounding;
import dev.sigma.engine.runner.KeyValueFormat;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.ModelRunnerContract;
import dev.sigma.engine.runner.NumericsMode;
import dev.sigma.engine.runner.RunnerAgreement;
import dev.sigma.engine.runner.reference.ReferenceRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The integer kernels, on processors that have them. */
class VnniRunnerTest extends ModelRunnerContract {

  @BeforeAll
  static void processorHasThem() {
    TestDevice.assumeVnni();
  }

  @Override
  protected ModelRunner open(ModelConfig config, ModelWeights weights) {
    return OpenClRunner.open(
        config,
        weights,
        new RunnerOptions(
            new DeviceChoice.Auto(),
            KernelChoice.VNNI,
            NumericsMode.EXACT,
            TestDevice.KERNEL_CACHE),
        LIMITS,
        BLOCKS);
  }

  /**
   * An activation between two integers may fall to either, and all after it differs. So many short
   * texts: most agree to rounding, and no difference is that of a wrong kernel.
   */
  @ParameterizedTest
  @MethodSource("cases")
  void run_anyModel_agreesWithTheReferenceThatRoundsToo(Case model) {
    ModelWeights weights = model.weights();
    try (ModelRunner runner = open(model.config(), weights);
        ModelRunner reference =
            new ReferenceRunner(
                model.config(),
                weights,
                ActivationRounding.INT8,
                KeyValueFormat.F32,
                LIMITS,
                BLOCKS)) {
      double[] errors = RunnerAgreement.errorsOfShortTexts(runner, reference);
      assertThat(errors[errors.length / 2]).isLessThan(1e-5);
      assertThat(errors[errors.length - 1]).isLessThan(0.2);
    }
  }

  @Test
  void description_vnniKernels_areExact() {
    Case model = cases().findFirst().orElseThrow();
    try (ModelRunner runner = open(model.config(), model.weights())) {
      assertThat(runner.description().kernelFamily()).isEqualTo("vnni");
      assertThat(runner.description().numerics()).isEqualTo(NumericsMode.EXACT);
    }
  }
}
