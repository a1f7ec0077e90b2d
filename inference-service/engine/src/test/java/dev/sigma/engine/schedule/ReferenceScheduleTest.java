package dev.sigma.engine.schedule;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.model.WeightMatrix.Format;
import dev.sigma.engine.runner.RandomModels;
import dev.sigma.engine.runner.RandomModels.Encoding;
import dev.sigma.engine.runner.reference.ReferenceRunner;
import org.junit.jupiter.api.Test;

class ReferenceScheduleTest {

  @Test
  void requests_together_areBitForBitAsAlone() throws InterruptedException {
    AttentionShape shape = new AttentionShape(8, 2, 4, 6, 10, 20, 0);
    ModelConfig config = RandomModels.config(2, 24, shape, true);
    ModelWeights weights = new RandomModels(1).weights(config, Encoding.all(Format.F32, 0));
    new AloneAndTogether(
            (limits, blocks) -> new ReferenceRunner(config, weights, limits, blocks),
            config.vocabulary())
        .check(200, 11);
  }

  @Test
  void sessions_acrossWorkers_areBitForBitAsCold() throws InterruptedException {
    AttentionShape shape = new AttentionShape(8, 2, 4, 6, 10, 20, 0);
    ModelConfig config = RandomModels.config(2, 24, shape, true);
    ModelWeights weights = new RandomModels(1).weights(config, Encoding.all(Format.F32, 0));
    new AcrossWorkers(
            (limits, blocks) -> new ReferenceRunner(config, weights, limits, blocks),
            config.vocabulary())
        .check(100, 21);
  }
}
