package dev.sigma.engine.runner;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.model.ModelWeights.GatedMlp;
import dev.sigma.engine.model.Rope;
import dev.sigma.engine.model.WeightMatrix;
import dev.sigma.engine.model.WeightMatrix.Format;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Random decoders with weights of a size that keeps activations near 1. */
public final class RandomModels {

  private final SplittableRandom random;

  public RandomModels(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Encoding of the linear layers and of the embedding. */
  public record Encoding(Format linear, int group, Format embedding, int embeddingGroup) {

    public static Encoding all(Format format, int group) {
      return new Encoding(format, group, format, group);
    }
  }

  /** A small decoder of awkward sizes around the given attention. */
  public static ModelConfig config(int layers, int hidden, AttentionShape shape, boolean tied) {
    return config(layers, hidden, shape, tied, Rope.unscaled(10_000));
  }

  /** The same with scaled frequencies. */
  public static ModelConfig config(
      int layers, int hidden, AttentionShape shape, boolean tied, Rope rope) {
    return new ModelConfig("sigma", layers, hidden, 75, 97, 160, 1e-5f, rope, tied, shape);
  }

  public ModelWeights weights(ModelConfig config, Encoding encoding) {
    AttentionShape shape = config.attention();
    List<ModelWeights.Layer> layers = new ArrayList<>();
    for (int i = 0; i < config.layers(); i++) {
      layers.add(
          new ModelWeights.Layer(
              norm(config.hidden()),
              linear("q", shape.queryWidth(), config.hidden(), encoding),
              shape.augmentedQueryDim() == 0
                  ? Optional.empty()
                  : Optional.of(mlp(shape.queryWidth(), shape.augmentedQueryDim(), encoding)),
              linear("k", shape.keyWidth(), config.hidden(), encoding),
              linear("v", shape.valueWidth(), config.hidden(), encoding),
              shape.biased() ? Optional.of(biases(shape)) : Optional.empty(),
              shape.headNorms() ? Optional.of(headNorms(shape)) : Optional.empty(),
              linear("o", config.hidden(), shape.outputWidth(), encoding),
              norm(config.hidden()),
              mlp(config.hidden(), config.feedForward(), encoding)));
    }
    WeightMatrix embedding = embedding("embedding", config, encoding);
    return new ModelWeights(
        embedding,
        layers,
        norm(config.hidden()),
        config.tiedEmbeddings() ? embedding : embedding("output", config, encoding));
  }

  private ModelWeights.Biases biases(AttentionShape shape) {
    return new ModelWeights.Biases(
        bias(shape.queryWidth()), bias(shape.keyWidth()), bias(shape.valueWidth()));
  }

  private ModelWeights.HeadNorms headNorms(AttentionShape shape) {
    return new ModelWeights.HeadNorms(norm(shape.keyDim()), norm(shape.keyDim()));
  }

  private WeightMatrix embedding(String name, ModelConfig config, Encoding encoding) {
    return matrix(
        name,
        config.vocabulary(),
        config.hidden(),
        encoding.embedding(),
        encoding.embeddingGroup(),
        1.0);
  }

  private GatedMlp mlp(int outer, int inner, Encoding encoding) {
    return new GatedMlp(
        linear("gate", inner, outer, encoding),
        linear("up", inner, outer, encoding),
        linear("down", outer, inner, encoding));
  }

  private WeightMatrix linear(String name, int rows, int columns, Encoding encoding) {
    return matrix(
        name, rows, columns, encoding.linear(), encoding.group(), 1.5 / Math.sqrt(columns));
  }

  /** A random matrix whose values have a standard deviation of about {@code size}. */
  public WeightMatrix matrix(
      String name, int rows, int columns, Format format, int group, double size) {
    ByteBuffer data =
        ByteBuffer.allocate(Math.toIntExact(format.rowBytes(columns) * rows))
            .order(ByteOrder.LITTLE_ENDIAN);
    switch (format) {
      case F32 -> {
        while (data.hasRemaining()) {
          data.putFloat((float) (uniform() * size * Math.sqrt(3)));
        }
      }
      case F16 -> {
        while (data.hasRemaining()) {
          data.putShort(Float.floatToFloat16((float) (uniform() * size * Math.sqrt(3))));
        }
      }
      case BF16 -> {
        while (data.hasRemaining()) {
          float value = (float) (uniform() * size * Math.sqrt(3));
          data.putShort((short) (Float.floatToIntBits(value) >> 16));
        }
      }
      case INT8, INT4 -> {
        byte[] bytes = data.array();
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) random.nextInt();
        }
      }
    }
    float[] scales = new float[format.quantised() ? rows * Math.ceilDiv(columns, group) : 0];
    double range = format == Format.INT8 ? 74 : 4.6;
    for (int i = 0; i < scales.length; i++) {
      float scale = (float) (size / range * (0.75 + 0.5 * random.nextDouble()));
      // INT8: such as f16 can hold, for which some kernels have a shorter form
      scales[i] = format == Format.INT8 ? Float.float16ToFloat(Float.floatToFloat16(scale)) : scale;
    }
    return new WeightMatrix(
        name,
        rows,
        columns,
        format,
        MemorySegment.ofBuffer(data.rewind()),
        format.quantised() ? group : 0,
        scales);
  }

  private float[] bias(int width) {
    float[] values = new float[width];
    for (int i = 0; i < width; i++) {
      values[i] = (float) uniform();
    }
    return values;
  }

  private float[] norm(int width) {
    float[] values = new float[width];
    for (int i = 0; i < width; i++) {
      values[i] = (float) (1 + 0.3 * uniform());
    }
    return values;
  }

  private double uniform() {
    return 2 * random.nextDouble() - 1;
  }
}
