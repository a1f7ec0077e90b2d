package dev.sigma.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * All weights of a decoder, checked against its {@link ModelConfig}. Norm weights are small and
 * widened to f32.
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
      WeightMatrix attentionOutput,
      float[] feedForwardNorm,
      GatedMlp feedForward) {}

  /**
   * {@code down(silu(gate(x)) * up(x))}.
   *
   * @param gate {@code [inner, outer]}
   * @param up {@code [inner, outer]}
   * @param down {@code [outer, inner]}
   */
  public record GatedMlp(WeightMatrix gate, WeightMatrix up, WeightMatrix down) {}
}
