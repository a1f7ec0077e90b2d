package dev.sigma.engine.runner.reference;

import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.ModelRunnerContract;

class ReferenceRunnerTest extends ModelRunnerContract {

  @Override
  protected ModelRunner open(ModelConfig config, ModelWeights weights) {
    return new ReferenceRunner(config, weights, LIMITS, BLOCKS);
  }
}
