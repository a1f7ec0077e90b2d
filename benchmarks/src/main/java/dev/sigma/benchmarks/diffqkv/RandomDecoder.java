package dev.sigma.benchmarks.diffqkv;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.model.ModelWeights.GatedMlp;
import dev.sigma.engine.model.Rope;
import dev.sigma.engine.model.WeightMatrix;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A few layers of SIGMA-1.5B's shape with random int8 weights in groups of 32. The vocabulary is
 * tiny, so that the output matrix does not count.
 *
 * @param weights one layer's, as often as there are layers: a runner packs each of them apart
 */
record RandomDecoder(ModelConfig config, ModelWeights weights) {

  private static final int HIDDEN = 2048;
  private static final int FEED_FORWARD = 6144;
  private static final int VOCABULARY = 64;
  private static final float NORM_EPSILON = 1e-5f;
  private static final float ROPE_THETA = 50_000f;
  private static final int GROUP = 32;

  /** Scale times this is about the standard deviation: that of a uniform byte. */
  private static final double BYTE_DEVIATION = 74;

  static RandomDecoder of(AttentionShape shape, int layers, int positions) {
    ModelConfig config =
        new ModelConfig(
            "sigma",
            layers,
            HIDDEN,
            FEED_FORWARD,
            VOCABULARY,
            positions,
            NORM_EPSILON,
            Rope.unscaled(ROPE_THETA),
            true,
            shape);
    SplittableRandom random = new SplittableRandom(1);
    WeightMatrix embedding = matrix(random, "embedding", VOCABULARY, HIDDEN, 1);
    return new RandomDecoder(
        config,
        new ModelWeights(
            embedding, Collections.nCopies(layers, layer(random, shape)), norm(), embedding));
  }

  private static ModelWeights.Layer layer(SplittableRandom random, AttentionShape shape) {
    int augmented = shape.augmentedQueryDim();
    return new ModelWeights.Layer(
        norm(),
        linear(random, "q", shape.queryWidth(), HIDDEN),
        augmented == 0
            ? Optional.empty()
            : Optional.of(mlp(random, "augmented ", shape.queryWidth(), augmented)),
        linear(random, "k", shape.keyWidth(), HIDDEN),
        linear(random, "v", shape.valueWidth(), HIDDEN),
        Optional.empty(),
        Optional.empty(),
        linear(random, "o", HIDDEN, shape.outputWidth()),
        norm(),
        mlp(random, "", HIDDEN, FEED_FORWARD));
  }

  private static GatedMlp mlp(SplittableRandom random, String name, int outer, int inner) {
    return new GatedMlp(
        linear(random, name + "gate", inner, outer),
        linear(random, name + "up", inner, outer),
        linear(random, name + "down", outer, inner));
  }

  private static float[] norm() {
    float[] ones = new float[HIDDEN];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static WeightMatrix linear(SplittableRandom random, String name, int rows, int columns) {
    return matrix(random, name, rows, columns, 1 / Math.sqrt(columns));
  }

  private static WeightMatrix matrix(
      SplittableRandom random, String name, int rows, int columns, double size) {
    byte[] values = new byte[rows * columns];
    random.nextBytes(values);
    float[] scales = new float[rows * columns / GROUP];
    for (int i = 0; i < scales.length; i++) {
      double scale = size / BYTE_DEVIATION * (0.75 + 0.5 * random.nextDouble());
      // such as f16 can hold, for which the kernels have a shorter form: that of real models
      scales[i] = Float.float16ToFloat(Float.floatToFloat16((float) scale));
    }
    return new WeightMatrix(
        name,
        rows,
        columns,
        WeightMatrix.Format.INT8,
        MemorySegment.ofArray(values),
        GROUP,
        scales);
  }

  /** Bytes that a decode step in {@code context} positions reads at least. */
  long bytesRead(int context) {
    AttentionShape shape = config.attention();
    long kept = shape.selectiveValues() == 0 ? context : shape.selectiveValues();
    // each query head keeps rows of its own, which may be all different
    long valueRows = Math.min((long) context * shape.valueHeads(), kept * shape.queryHeads());
    long floats = (long) context * shape.keyWidth() + valueRows * shape.valueDim();
    return weightBytes() + config.layers() * floats * Float.BYTES;
  }

  /** Integers, and a scale in f16 for each group. */
  private long weightBytes() {
    ModelWeights.Layer layer = weights.layers().getFirst();
    Stream<GatedMlp> mlps =
        Stream.concat(layer.augmentedQuery().stream(), Stream.of(layer.feedForward()));
    return config.layers()
        * Stream.concat(
                Stream.of(layer.query(), layer.key(), layer.value(), layer.attentionOutput()),
                mlps.flatMap(mlp -> Stream.of(mlp.gate(), mlp.up(), mlp.down())))
            .mapToLong(
                matrix -> matrix.data().byteSize() + Short.BYTES * (long) matrix.scales().length)
            .sum();
  }
}
