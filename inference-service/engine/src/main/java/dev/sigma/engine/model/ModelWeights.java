package dev.sigma.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * All weights of a decoder, checked against its {@link ModelConfig}. Norm weights and biases are
 * small and widened to f32.
 *
 * @param embedding {@code [vocabulary, hidden]}
 * @param layers one entry per layer
 * @param finalNorm {@code [hidden]}
 * @param output {@code [vocabulary, hidden]}; the embedding itself where tied
 */
public record ModelWeights(
    WeightMatrix embedding, List<Layer> layers, float[] finalNorm, WeightMatrix output) {

  /**
   * One decoder layer.
   *
   * @param attentionNorm {@code [hidden]}
   * @param query {@code [queryHeads * keyDim, hidden]}
   * @param augmentedQuery the gated MLP after {@code query}, before RoPE; empty: none
   * @param key {@code [keyHeads * keyDim, hidden]}
   * @param value {@code [valueHeads * valueDim, hidden]}
   * @param biases of q, k and v; empty: none
   * @param headNorms of query and key heads, before RoPE; empty: none
   * @param attentionOutput {@code [hidden, queryHeads * valueDim]}
   * @param feedForwardNorm {@code [hidden]}
   * @param feedForward the SwiGLU feed-forward
   */
  public record Layer(
      float[] attentionNorm,
      WeightMatrix query,
      Optional<GatedMlp> augmentedQuery,
      WeightMatrix key,
      WeightMatrix value,
      Optional<Biases> biases,
      Optional<HeadNorms> headNorms,
      WeightMatrix attentionOutput,
      float[] feedForwardNorm,
      GatedMlp feedForward) {}

  /**
   * What is added to the products.
   *
   * @param query {@code [queryHeads * keyDim]}
   * @param key {@code [keyHeads * keyDim]}
   * @param value {@code [valueHeads * valueDim]}
   */
  public record Biases(float[] query, float[] key, float[] value) {}

  /**
   * Weights of RMSNorm over a head, the same for every head.
   *
   * @param query {@code [keyDim]}
   * @param key {@code [keyDim]}
   */
  public record HeadNorms(float[] query, float[] key) {}

  /**
   * {@code down(silu(gate(x)) * up(x))}.
   *
   * @param gate {@code [inner, outer]}
   * @param up {@code [inner, outer]}
   * @param down {@code [outer, inner]}
   */
  public record GatedMlp(WeightMatrix gate, WeightMatrix up, WeightMatrix down) {}
}
