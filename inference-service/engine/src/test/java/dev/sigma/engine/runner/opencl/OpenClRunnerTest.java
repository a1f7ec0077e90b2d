package dev.sigma.engine.runner.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.ModelRunnerContract;
import dev.sigma.engine.runner.NumericsMode;
import dev.sigma.engine.runner.RunnerAgreement;
import dev.sigma.engine.runner.reference.ReferenceRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenClRunnerTest extends ModelRunnerContract {

  @Override
  protected ModelRunner open(ModelConfig config, ModelWeights weights) {
    return OpenClRunner.open(
        config,
        weights,
        new RunnerOptions(
            new DeviceChoice.Auto(),
            KernelChoice.PORTABLE,
            NumericsMode.EXACT,
            TestDevice.KERNEL_CACHE),
        LIMITS,
        BLOCKS);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void run_anyModel_agreesWithTheReference(Case model) {
    ModelWeights weights = model.weights();
    try (ModelRunner runner = open(model.config(), weights);
        ModelRunner reference = new ReferenceRunner(model.config(), weights, LIMITS, BLOCKS)) {
      RunnerAgreement.assertAgree(runner, reference, 75, 1e-4);
    }
  }

  @Test
  void description_portableKernels_areExact() {
    Case model = cases().findFirst().orElseThrow();
    try (ModelRunner runner = open(model.config(), model.weights())) {
      assertThat(runner.description().backend()).isEqualTo("opencl");
      assertThat(runner.description().kernelFamily()).isEqualTo("portable");
      assertThat(runner.description().numerics()).isEqualTo(NumericsMode.EXACT);
    }
  }
}
