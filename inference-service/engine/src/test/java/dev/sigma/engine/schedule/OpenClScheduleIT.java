package dev.sigma.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.model.WeightMatrix.Format;
import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.NumericsMode;
import dev.sigma.engine.runner.RandomModels;
import dev.sigma.engine.runner.RandomModels.Encoding;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.runner.opencl.KernelChoice;
import dev.sigma.engine.runner.opencl.OpenClRunner;
import dev.sigma.engine.runner.opencl.RunnerOptions;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenClScheduleIT {

  private static final AttentionShape SHAPE = new AttentionShape(8, 2, 4, 6, 10, 20, 5);

  @TempDir private static Path kernels;

  /**
   * Quantised ones in groups of 32, which the integer kernels take where the processor has them.
   */
  @ParameterizedTest
  @CsvSource({
    "AUTO, BF16, 0, 40, 200",
    "AUTO, INT8, 32, 64, 200",
    "AUTO, INT4, 32, 64, 200",
    "PORTABLE, INT8, 32, 64, 200",
    "PORTABLE, INT4, 32, 64, 200",
  })
  void requests_together_areBitForBitAsAlone(
      KernelChoice choice, Format format, int group, int hidden, int requests)
      throws InterruptedException {
    ModelConfig config = RandomModels.config(2, hidden, SHAPE, false);
    ModelWeights weights = new RandomModels(2).weights(config, Encoding.all(format, group));
    new AloneAndTogether(runners(config, weights, choice), config.vocabulary()).check(requests, 12);
  }

  @Test
  void sessions_acrossWorkers_areBitForBitAsCold() throws InterruptedException {
    ModelConfig config = RandomModels.config(2, 40, SHAPE, false);
    ModelWeights weights = new RandomModels(2).weights(config, Encoding.all(Format.BF16, 0));
    new AcrossWorkers(runners(config, weights, KernelChoice.AUTO), config.vocabulary())
        .check(100, 22);
  }

  private static BiFunction<StepLimits, Integer, ModelRunner> runners(
      ModelConfig config, ModelWeights weights, KernelChoice choice) {
    return (limits, blocks) -> {
      ModelRunner runner =
          OpenClRunner.open(
              config,
              weights,
              new RunnerOptions(new DeviceChoice.Auto(), choice, NumericsMode.EXACT, kernels),
              limits,
              blocks);
      assertThat(runner.description().numerics()).isEqualTo(NumericsMode.EXACT);
      return runner;
    };
  }
}
