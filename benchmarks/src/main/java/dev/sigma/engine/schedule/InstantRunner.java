package dev.sigma.engine.schedule;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.Rope;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.NumericsMode;
import dev.sigma.engine.runner.RunnerDescription;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.runner.StepPlan;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** A runner of the 52M model's shape that answers at once, with whatever logits are there. */
final class InstantRunner implements ModelRunner {

  static final int VOCABULARY = 16_384;
  static final int POSITIONS = 8192;
  static final StepLimits LIMITS = new StepLimits(256, 32, 32, POSITIONS / StepPlan.BLOCK_TOKENS);

  private static final int BLOCKS = 4096;
  private static final ModelConfig CONFIG =
      new ModelConfig(
          "llama",
          12,
          512,
          1408,
          VOCABULARY,
          POSITIONS,
          1e-5f,
          Rope.unscaled(10_000),
          false,
          new AttentionShape(8, 4, 4, 64, 64, 0, 0));

  @Override
  public void run(StepPlan step, FloatBuffer logits) {}

  @Override
  public boolean logNormalisers(double[] into) {
    Arrays.fill(into, Math.log(VOCABULARY));
    return true;
  }

  @Override
  public ModelConfig config() {
    return CONFIG;
  }

  @Override
  public RunnerDescription description() {
    return new RunnerDescription("none", "none", "none", NumericsMode.EXACT);
  }

  @Override
  public StepLimits limits() {
    return LIMITS;
  }

  @Override
  public int blocks() {
    return BLOCKS;
  }

  @Override
  public int keyBlockBytes() {
    return 1;
  }

  @Override
  public int valueBlockBytes() {
    return 1;
  }

  @Override
  public void readBlock(int block, ByteBuffer keys, ByteBuffer values) {}

  @Override
  public void writeBlock(int block, ByteBuffer keys, ByteBuffer values) {}

  @Override
  public void close() {}
}
