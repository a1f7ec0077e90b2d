package dev.sigma.engine.schedule;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** See {@link Soak}; over a small random decoder on a real device. */
class OpenClSoakIT {

  private static final StepLimits LIMITS = new StepLimits(40, 8, 8, 8);
  private static final int BLOCKS = 8;

  @TempDir private Path kernels;

  private final QuietLogs logs = new QuietLogs();

  @BeforeEach
  void quiet() {
    logs.silence();
  }

  @AfterEach
  void loudAgain() {
    logs.restore();
  }

  @Test
  void aThousandRequests_withCancelsLengthsAndFaults_endOnceAndLeaveNothing() throws Exception {
    soak(1_000);
  }

  @Test
  @Tag("long")
  void fiveThousandRequests_withCancelsLengthsAndFaults_endOnceAndLeaveNothing() throws Exception {
    soak(5_000);
  }

  private void soak(int count) throws Exception {
    RecordedRequests requests = new RecordedRequests(runner(), 41);
    System.out.println(new Soak(runner(), 100, () -> requests, 42).run(count));
  }

  private ModelRunner runner() {
    AttentionShape shape = new AttentionShape(8, 2, 4, 6, 10, 20, 5);
    ModelConfig config = RandomModels.config(2, 64, shape, false);
    ModelWeights weights = new RandomModels(4).weights(config, Encoding.all(Format.INT8, 32));
    return OpenClRunner.open(
        config,
        weights,
        new RunnerOptions(new DeviceChoice.Auto(), KernelChoice.AUTO, NumericsMode.EXACT, kernels),
        LIMITS,
        BLOCKS);
  }
}
