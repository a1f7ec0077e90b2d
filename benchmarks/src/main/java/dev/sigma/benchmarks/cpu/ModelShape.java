package dev.sigma.benchmarks.cpu;

import java.util.ArrayList;
import java.util.List;

/**
 * A Llama decoder with an output of its own.
 *
 * @param heads query heads
 * @param keyValueHeads heads of K and of V
 * @param positions longest context
 */
record ModelShape(
    String name,
    int layers,
    int hidden,
    int feedForward,
    int heads,
    int keyValueHeads,
    int vocabulary,
    int positions) {

  static final float NORM_EPSILON = 1e-5f;
  static final float ROPE_THETA = 10_000f;

  private static final int POSITIONS = 8192;

  /** Shapes that are measured. */
  static final List<ModelShape> ALL =
      List.of(
          new ModelShape("52m", 12, 512, 1408, 8, 4, 16_384, POSITIONS),
          new ModelShape("336m", 24, 1024, 2816, 16, 4, 32_000, POSITIONS));

  static ModelShape named(String name) {
    return ALL.stream()
        .filter(shape -> shape.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "shape: %s (expected: one of %s)"
                        .formatted(name, ALL.stream().map(ModelShape::name).toList())));
  }

  int headDim() {
    return hidden / heads;
  }

  /** All its tensors. */
  List<ModelTensor> tensors() {
    int keyWidth = keyValueHeads * headDim();
    List<ModelTensor> all = new ArrayList<>();
    all.add(ModelTensor.matrix("model.embed_tokens", "token_embd", vocabulary, hidden, 1));
    for (int i = 0; i < layers; i++) {
      String ours = "model.layers." + i + ".";
      String gguf = "blk." + i + ".";
      all.add(ModelTensor.norm(ours + "input_layernorm", gguf + "attn_norm", hidden));
      all.add(
          linear(ours + "self_attn.q_proj", gguf + "attn_q", heads * headDim(), hidden)
              .rotary(heads));
      all.add(
          linear(ours + "self_attn.k_proj", gguf + "attn_k", keyWidth, hidden)
              .rotary(keyValueHeads));
      all.add(linear(ours + "self_attn.v_proj", gguf + "attn_v", keyWidth, hidden));
      all.add(linear(ours + "self_attn.o_proj", gguf + "attn_output", hidden, heads * headDim()));
      all.add(ModelTensor.norm(ours + "post_attention_layernorm", gguf + "ffn_norm", hidden));
      all.add(linear(ours + "mlp.gate_proj", gguf + "ffn_gate", feedForward, hidden));
      all.add(linear(ours + "mlp.up_proj", gguf + "ffn_up", feedForward, hidden));
      all.add(linear(ours + "mlp.down_proj", gguf + "ffn_down", hidden, feedForward));
    }
    all.add(ModelTensor.norm("model.norm", "output_norm", hidden));
    all.add(linear("lm_head", "output", vocabulary, hidden));
    return all;
  }

  /** Weights that every token is multiplied with: all matrices but the embedding. */
  long weightsPerToken() {
    return tensors().stream()
        .filter(tensor -> tensor.isMatrix() && !tensor.name().startsWith("model.embed_tokens"))
        .mapToLong(tensor -> (long) tensor.rows() * tensor.columns())
        .sum();
  }

  /** The same without the output, which a prompt needs for its last token alone. */
  long weightsPerPromptToken() {
    return weightsPerToken() - (long) vocabulary * hidden;
  }

  /** Bytes of {@link #weightsPerToken}: int8 with an f16 scale for each group. */
  long bytesPerToken() {
    return weightsPerToken() / ModelTensor.GROUP * (ModelTensor.GROUP + Short.BYTES);
  }

  private static ModelTensor linear(String name, String gguf, int rows, int columns) {
    return ModelTensor.matrix(name, gguf, rows, columns, 1.5 / Math.sqrt(columns));
  }
}
