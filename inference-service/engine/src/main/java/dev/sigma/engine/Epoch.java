package dev.sigma.engine;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.RunnerDescription;
import dev.sigma.engine.runner.StepPlan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Digest of everything that a stored block depends on but its tokens: SHA-256 over lines {@code
 * name=value} in the order below. The model's files cover weights, tokenizer, template and config;
 * what the engine understood of the config stands there again, so that a change of that alone is a
 * new epoch too.
 */
final class Epoch {

  /** Changes when the meaning of a block's bytes does. */
  private static final int LAYOUT_VERSION = 1;

  private Epoch() {}

  /**
   * The epoch of a model on a runner.
   *
   * @param modelDigest hex digest of the model's files
   * @param description what runs it, and what it promises with the K/V it is given
   * @param blocksPerValue blocks that leave and arrive together
   * @param codec what they go through
   * @return 32 bytes
   */
  static byte[] of(
      String modelDigest,
      ModelRunner runner,
      RunnerDescription description,
      int blocksPerValue,
      String codec) {
    ModelConfig config = runner.config();
    AttentionShape attention = config.attention();
    StringBuilder lines = new StringBuilder("sigma-epoch-1\n");
    line(lines, "model", modelDigest);
    line(lines, "type", config.modelType());
    line(lines, "layers", config.layers());
    line(lines, "rope", "half-split " + config.rope());
    line(lines, "rmsEpsilon", config.rmsEpsilon());
    line(lines, "queryHeads", attention.queryHeads());
    line(lines, "keyHeads", attention.keyHeads());
    line(lines, "valueHeads", attention.valueHeads());
    line(lines, "keyDim", attention.keyDim());
    line(lines, "valueDim", attention.valueDim());
    line(lines, "augmentedQueryDim", attention.augmentedQueryDim());
    line(lines, "selectiveValues", attention.selectiveValues());
    line(lines, "slidingWindow", attention.slidingWindow());
    line(lines, "biased", attention.biased());
    line(lines, "headNorms", attention.headNorms());
    line(lines, "keyBlockBytes", runner.keyBlockBytes()); // says the dtype
    line(lines, "valueBlockBytes", runner.valueBlockBytes());
    line(lines, "blockTokens", StepPlan.BLOCK_TOKENS);
    line(lines, "blocksPerValue", blocksPerValue);
    line(lines, "codec", codec);
    line(lines, "layout", LAYOUT_VERSION);
    line(lines, "numerics", description.numerics());
    line(lines, "backend", description.backend());
    line(lines, "kernels", description.kernelFamily());
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }

  private static void line(StringBuilder lines, String name, Object value) {
    lines.append(name).append('=').append(value).append('\n');
  }
}
