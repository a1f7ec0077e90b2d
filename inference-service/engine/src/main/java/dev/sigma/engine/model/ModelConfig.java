package dev.sigma.engine.model;

import java.nio.file.Path;

/**
 * A decoder as data: what {@code config.json} says, checked. Families differ by what stands here,
 * never by a class. Every number is bounded, so that products of two fit a long, and rows an int.
 *
 * @param modelType the family's name in {@code config.json}: {@code "sigma"}, {@code "llama"}, ...
 * @param layers decoder layers
 * @param hidden width of the residual stream
 * @param feedForward inner width of the SwiGLU feed-forward
 * @param vocabulary rows of the embedding; tokenizer ids are smaller
 * @param maxPositions longest sequence in tokens, prompt and answer together
 * @param rmsEpsilon added to the mean square in RMSNorm
 * @param rope rotary frequencies
 * @param tiedEmbeddings whether the output projection is the embedding
 * @param attention heads, dims, and what else an attention layer does
 */
public record ModelConfig(
    String modelType,
    int layers,
    int hidden,
    int feedForward,
    int vocabulary,
    int maxPositions,
    float rmsEpsilon,
    Rope rope,
    boolean tiedEmbeddings,
    AttentionShape attention) {

  static final int MAX_LAYERS = 1024;
  static final int MAX_HIDDEN = 1 << 17;
  static final int MAX_FEED_FORWARD = 1 << 20;
  static final int MAX_VOCABULARY = 1 << 22;
  static final int MAX_POSITIONS = 1 << 24;

  public ModelConfig {
    between("layers", layers, MAX_LAYERS);
    between("hidden", hidden, MAX_HIDDEN);
    between("feedForward", feedForward, MAX_FEED_FORWARD);
    between("vocabulary", vocabulary, MAX_VOCABULARY);
    between("maxPositions", maxPositions, MAX_POSITIONS);
    // Negated, so that NaN fails too.
    if (!(rmsEpsilon > 0 && rmsEpsilon < 1)) {
      throw new ModelFormatException(
          "rmsEpsilon: %s (expected: above 0, below 1)".formatted(rmsEpsilon));
    }
  }

  /**
   * Reads the config of a model.
   *
   * @param path a {@code config.json}, or the directory that holds one
   * @throws ModelFormatException when it is malformed, or asks for what this engine does not do
   */
  public static ModelConfig read(Path path) {
    return ConfigFile.read(path).config();
  }

  private static void between(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new ModelFormatException("%s: %d (expected: 1 to %d)".formatted(name, value, most));
    }
  }
}
