package dev.sigma.engine.model;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Builds the weights of a decoder from its tensors, every shape checked. Quantised weights follow
 * compressed-tensors (symmetric, groups along the input): {@code X.weight} I8 with {@code
 * X.weight_scale}, or {@code X.weight_packed} I32 with {@code X.weight_scale} and {@code
 * X.weight_shape}. A tensor that nothing asked for is an error, too: a bias or a zero point that is
 * left out would give wrong answers without a sign.
 */
final class WeightLoader {

  private static final String EMBEDDING = "model.embed_tokens.weight";
  private static final String OUTPUT = "lm_head.weight";
  private static final int UNEXPECTED_SHOWN = 3;

  private final ModelConfig config;
  private final Checkpoint checkpoint;
  private final OptionalInt declaredGroup;
  private final Set<String> used = new HashSet<>();

  private WeightLoader(ModelConfig config, Checkpoint checkpoint, OptionalInt declaredGroup) {
    this.config = config;
    this.checkpoint = checkpoint;
    this.declaredGroup = declaredGroup;
  }

  /**
   * All weights; those of matrices are views of the mapped files.
   *
   * @param declaredGroup columns that share a scale, where the config says so; else it follows from
   *     the shape of the scales
   * @throws ModelFormatException for a tensor that is missing, unexpected, or of another shape or
   *     type than asked for; it names file and tensor
   */
  static ModelWeights load(ModelConfig config, Checkpoint checkpoint, OptionalInt declaredGroup) {
    return new WeightLoader(config, checkpoint, declaredGroup).load();
  }

  private ModelWeights load() {
    WeightMatrix embedding = matrix(EMBEDDING, config.vocabulary(), config.hidden());
    List<ModelWeights.Layer> layers = new ArrayList<>();
    for (int i = 0; i < config.layers(); i++) {
      layers.add(layer("model.layers." + i + "."));
    }
    float[] finalNorm = norm("model.norm.weight");
    WeightMatrix output =
        config.tiedEmbeddings() ? embedding : matrix(OUTPUT, config.vocabulary(), config.hidden());
    refuseUnused();
    return new ModelWeights(embedding, List.copyOf(layers), finalNorm, output);
  }

  private ModelWeights.Layer layer(String prefix) {
    AttentionShape shape = config.attention();
    String attention = prefix + "self_attn.";
    int inner = shape.augmentedQueryDim();
    return new ModelWeights.Layer(
        norm(prefix + "input_layernorm.weight"),
        matrix(attention + "q_proj.weight", shape.queryWidth(), config.hidden()),
        inner == 0
            ? Optional.empty()
            : Optional.of(gatedMlp(attention + "q_aug.", shape.queryWidth(), inner)),
        matrix(attention + "k_proj.weight", shape.keyWidth(), config.hidden()),
        matrix(attention + "v_proj.weight", shape.valueWidth(), config.hidden()),
        shape.biased() ? Optional.of(biases(attention, shape)) : Optional.empty(),
        shape.headNorms() ? Optional.of(headNorms(attention, shape)) : Optional.empty(),
        matrix(attention + "o_proj.weight", config.hidden(), shape.outputWidth()),
        norm(prefix + "post_attention_layernorm.weight"),
        gatedMlp(prefix + "mlp.", config.hidden(), config.feedForward()));
  }

  private ModelWeights.Biases biases(String prefix, AttentionShape shape) {
    return new ModelWeights.Biases(
        vector(prefix + "q_proj.bias", shape.queryWidth()),
        vector(prefix + "k_proj.bias", shape.keyWidth()),
        vector(prefix + "v_proj.bias", shape.valueWidth()));
  }

  private ModelWeights.HeadNorms headNorms(String prefix, AttentionShape shape) {
    return new ModelWeights.HeadNorms(
        vector(prefix + "q_norm.weight", shape.keyDim()),
        vector(prefix + "k_norm.weight", shape.keyDim()));
  }

  private ModelWeights.GatedMlp gatedMlp(String prefix, int outer, int inner) {
    return new ModelWeights.GatedMlp(
        matrix(prefix + "gate_proj.weight", inner, outer),
        matrix(prefix + "up_proj.weight", inner, outer),
        matrix(prefix + "down_proj.weight", outer, inner));
  }

  private float[] norm(String name) {
    return vector(name, config.hidden());
  }

  private float[] vector(String name, int length) {
    return tensor(name).ofShape(length).floats();
  }

  private WeightMatrix matrix(String name, int rows, int columns) {
    if (checkpoint.find(name + "_packed").isPresent()) {
      Tensor packed = tensor(name + "_packed").ofType(DataType.I32);
      packed.ofShape(rows, Math.ceilDiv(columns, 8));
      Tensor shape = tensor(name + "_shape").ofType(DataType.I64).ofShape(2);
      if (shape.int64(0) != rows || shape.int64(1) != columns) {
        throw shape.error(
            "[%d, %d] (expected: [%d, %d])"
                .formatted(shape.int64(0), shape.int64(1), rows, columns));
      }
      return quantised(name, rows, columns, WeightMatrix.Format.INT4, packed.data());
    }
    Tensor plain = tensor(name).ofShape(rows, columns);
    plain.ofType(DataType.F32, DataType.F16, DataType.BF16, DataType.I8);
    MemorySegment data = plain.data();
    return switch (plain.type()) {
      case F32 -> floating(name, rows, columns, WeightMatrix.Format.F32, data);
      case F16 -> floating(name, rows, columns, WeightMatrix.Format.F16, data);
      case BF16 -> floating(name, rows, columns, WeightMatrix.Format.BF16, data);
      default -> quantised(name, rows, columns, WeightMatrix.Format.INT8, data);
    };
  }

  private static WeightMatrix floating(
      String name, int rows, int columns, WeightMatrix.Format format, MemorySegment data) {
    return new WeightMatrix(name, rows, columns, format, data, 0, new float[0]);
  }

  private WeightMatrix quantised(
      String name, int rows, int columns, WeightMatrix.Format format, MemorySegment data) {
    Tensor scale = tensor(name + "_scale");
    if (scale.shape().size() != 2 || scale.shape().get(0) != rows) {
      throw scale.error("shape %s (expected: [%d, groups])".formatted(scale.shape(), rows));
    }
    int group = groupSize(scale, columns);
    return new WeightMatrix(name, rows, columns, format, data, group, scale.floats());
  }

  /**
   * Columns that share a scale. Where no size is declared: the power of two that gives as many
   * groups (from two groups on there is at most one), else the exact divisor.
   */
  private int groupSize(Tensor scale, int columns) {
    long groups = scale.shape().get(1);
    if (declaredGroup.isPresent()) {
      int size = declaredGroup.getAsInt();
      if (Math.ceilDiv(columns, size) != groups) {
        throw scale.error(
            "%d groups (expected: %d, of %d columns each)"
                .formatted(groups, Math.ceilDiv(columns, size), size));
      }
      return size;
    }
    for (int size = 8; size <= 4096; size *= 2) {
      if (Math.ceilDiv(columns, size) == groups) {
        return size;
      }
    }
    if (groups > 0 && columns % groups == 0) {
      return (int) (columns / groups);
    }
    throw scale.error(
        "%d groups (expected: as many as a group size of %d columns gives)"
            .formatted(groups, columns));
  }

  private Tensor tensor(String name) {
    used.add(name);
    return checkpoint
        .find(name)
        .orElseThrow(
            () -> new ModelFormatException("%s: missing (expected: a tensor)".formatted(name)));
  }

  private void refuseUnused() {
    Set<String> unused = new TreeSet<>(checkpoint.names());
    unused.removeAll(used);
    // Old Llama files keep a table that follows from the config; a tied output is the embedding.
    unused.removeIf(name -> name.endsWith(".rotary_emb.inv_freq"));
    if (config.tiedEmbeddings()) {
      unused.remove(OUTPUT);
    }
    if (!unused.isEmpty()) {
      throw new ModelFormatException(
          "%d unexpected tensors: %s (expected: none that a %s decoder of this config does not use)"
              .formatted(
                  unused.size(),
                  unused.stream().limit(UNEXPECTED_SHOWN).toList(),
                  config.modelType()));
    }
  }
}
