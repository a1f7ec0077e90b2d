package dev.sigma.engine.runner;

import dev.sigma.engine.model.ModelConfig;

/**
 * Cosines and sines of the rotary embedding, computed in double and rounded to f32 once, so that
 * every runner turns by the same angles.
 *
 * @param half pairs in a head, {@code keyDim / 2}
 * @param cosines {@code [positions, half]}
 * @param sines {@code [positions, half]}
 */
public record RopeTable(int half, float[] cosines, float[] sines) {

  /**
   * The table of the positions that a runner can meet.
   *
   * @param config gives {@code keyDim}, {@code rope} and {@code maxPositions}
   * @param limits a block table's length bounds the positions too
   */
  public static RopeTable of(ModelConfig config, StepLimits limits) {
    int positions = positions(config, limits);
    int half = config.attention().keyDim() / 2;
    float[] cosines = new float[Math.multiplyExact(positions, half)];
    float[] sines = new float[cosines.length];
    for (int i = 0; i < half; i++) {
      double frequency = config.rope().frequency(i, config.attention().keyDim());
      for (int p = 0; p < positions; p++) {
        double angle = p * frequency;
        cosines[p * half + i] = (float) Math.cos(angle);
        sines[p * half + i] = (float) Math.sin(angle);
      }
    }
    return new RopeTable(half, cosines, sines);
  }

  /** Positions that a sequence can have: what the model allows and a block table can hold. */
  public static int positions(ModelConfig config, StepLimits limits) {
    return (int)
        Math.min(config.maxPositions(), (long) limits.blocksPerSequence() * StepPlan.BLOCK_TOKENS);
  }
}
