package dev.sigma.engine.schedule;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.model.WeightMatrix.Format;
import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.runner.RandomModels;
import dev.sigma.engine.runner.RandomModels.Encoding;
import dev.sigma.engine.runner.opencl.KernelChoice;
import dev.sigma.engine.runner.opencl.OpenClRunner;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenClScheduleIT {

  @TempDir private Path kernels;

  @Test
  void requests_together_areBitForBitAsAlone() throws InterruptedException {
    AttentionShape shape = new AttentionShape(8, 2, 4, 6, 10, 20, 5);
    ModelConfig config = RandomModels.config(2, 40, shape, false);
    ModelWeights weights = new RandomModels(2).weights(config, Encoding.all(Format.BF16, 0));
    new AloneAndTogether(
            (limits, blocks) ->
                OpenClRunner.open(
                    config,
                    weights,
                    new DeviceChoice.Auto(),
                    KernelChoice.AUTO,
                    limits,
                    blocks,
                    kernels),
            config.vocabulary())
        .check(200, 12);
  }

  @Test
  void sessions_acrossWorkers_areBitForBitAsCold() throws InterruptedException {
    AttentionShape shape = new AttentionShape(8, 2, 4, 6, 10, 20, 5);
    ModelConfig config = RandomModels.config(2, 40, shape, false);
    ModelWeights weights = new RandomModels(2).weights(config, Encoding.all(Format.BF16, 0));
    new AcrossWorkers(
            (limits, blocks) ->
                OpenClRunner.open(
                    config,
                    weights,
                    new DeviceChoice.Auto(),
                    KernelChoice.AUTO,
                    limits,
                    blocks,
                    kernels),
            config.vocabulary())
        .check(100, 22);
  }
}
