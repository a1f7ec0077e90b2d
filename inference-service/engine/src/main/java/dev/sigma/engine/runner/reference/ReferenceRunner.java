package dev.sigma.engine.runner.reference;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.model.ModelWeights.GatedMlp;
import dev.sigma.engine.model.ModelWeights.HeadNorms;
import dev.sigma.engine.model.WeightMatrix;
import dev.sigma.engine.runner.ActivationRounding;
import dev.sigma.engine.runner.KeyValueFormat;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.NumericsMode;
import dev.sigma.engine.runner.RopeTable;
import dev.sigma.engine.runner.RunnerDescription;
import dev.sigma.engine.runner.StepCheck;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.runner.StepPlan;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The oracle: a decoder in plain Java arrays, written to be read. A row is computed on its own, so
 * it is exact by construction. It also serves where there is no OpenCL and somebody asks for it by
 * name.
 */
public final class ReferenceRunner implements ModelRunner {

  private static final int BLOCK_TOKENS = StepPlan.BLOCK_TOKENS;

  private final ModelConfig config;
  private final ModelWeights weights;
  private final ActivationRounding rounding;
  private final StepLimits limits;
  private final int blocks;
  private final List<ReferenceAttention> attention = new ArrayList<>();
  private final int keyBlockBytes;
  private final int valueBlockBytes;

  /**
   * Makes a runner with empty pools.
   *
   * @param weights read as they are used; their memory must stay
   * @param blocks blocks in each pool
   */
  public ReferenceRunner(ModelConfig config, ModelWeights weights, StepLimits limits, int blocks) {
    this(config, weights, ActivationRounding.NONE, KeyValueFormat.F32, limits, blocks);
  }

  /**
   * The same with the inputs of products, or K and V, rounded: the oracle of a runner that does so.
   * Blocks leave and arrive in f32 all the same.
   *
   * @param rounding how inputs are
   * @param keyValues how K and V are
   */
  public ReferenceRunner(
      ModelConfig config,
      ModelWeights weights,
      ActivationRounding rounding,
      KeyValueFormat keyValues,
      StepLimits limits,
      int blocks) {
    if (blocks <= 0) {
      throw new IllegalArgumentException("blocks: %d (expected: > 0)".formatted(blocks));
    }
    this.config = config;
    this.weights = weights;
    this.rounding = rounding;
    this.limits = limits;
    this.blocks = blocks;
    RopeTable rope = RopeTable.of(config, limits);
    for (int layer = 0; layer < config.layers(); layer++) {
      attention.add(new ReferenceAttention(config.attention(), rope, keyValues, blocks));
    }
    keyBlockBytes =
        Math.multiplyExact(config.layers(), KeyValueFormat.F32.keyBlockBytes(config.attention()));
    valueBlockBytes =
        Math.multiplyExact(config.layers(), KeyValueFormat.F32.valueBlockBytes(config.attention()));
  }

  @Override
  public void run(StepPlan step, FloatBuffer logits) {
    StepCheck.check(step, config, limits, blocks, logits);
    float[][] x = embed(step);
    int[][] slots = new int[step.rows()][];
    for (int row = 0; row < step.rows(); row++) {
      slots[row] = visibleSlots(step, row);
    }
    for (int layer = 0; layer < config.layers(); layer++) {
      runLayer(weights.layers().get(layer), attention.get(layer), step, slots, x);
    }
    for (int i = 0; i < step.logitsRows(); i++) {
      float[] last = x[step.logitsRowIndexes()[i]];
      float[][] normed = {ReferenceMath.rmsNorm(last, weights.finalNorm(), config.rmsEpsilon())};
      float[] row = linear(normed, weights.output()).getFirst()[0];
      logits.put(i * config.vocabulary(), row, 0, config.vocabulary());
    }
  }

  private void runLayer(
      ModelWeights.Layer layer,
      ReferenceAttention attention,
      StepPlan step,
      int[][] slots,
      float[][] x) {
    float[][] h = ReferenceMath.rmsNorm(x, layer.attentionNorm(), config.rmsEpsilon());
    List<float[][]> projected = linear(h, layer.query(), layer.key(), layer.value());
    float[][] query = projected.get(0);
    float[][] key = projected.get(1);
    float[][] value = projected.get(2);
    if (layer.biases().isPresent()) {
      ReferenceMath.addBias(query, layer.biases().get().query());
      ReferenceMath.addBias(key, layer.biases().get().key());
      ReferenceMath.addBias(value, layer.biases().get().value());
    }
    if (layer.augmentedQuery().isPresent()) {
      query = gatedMlp(layer.augmentedQuery().get(), query);
    }
    for (int row = 0; row < x.length; row++) {
      if (layer.headNorms().isPresent()) {
        HeadNorms norms = layer.headNorms().get();
        ReferenceMath.rmsNormHeads(query[row], norms.query(), config.rmsEpsilon());
        ReferenceMath.rmsNormHeads(key[row], norms.key(), config.rmsEpsilon());
      }
      int position = step.positions()[row];
      attention.rotate(query[row], position);
      attention.rotate(key[row], position);
      attention.store(key[row], value[row], slots[row][slots[row].length - 1]);
    }
    float[][] attended = new float[x.length][];
    for (int row = 0; row < x.length; row++) {
      attended[row] = attention.attend(query[row], slots[row]);
    }
    ReferenceMath.add(x, linear(attended, layer.attentionOutput()).getFirst());
    h = ReferenceMath.rmsNorm(x, layer.feedForwardNorm(), config.rmsEpsilon());
    ReferenceMath.add(x, gatedMlp(layer.feedForward(), h));
  }

  /** {@code down(silu(gate(x)) * up(x))} for every row. */
  private float[][] gatedMlp(GatedMlp mlp, float[][] x) {
    List<float[][]> inner = linear(x, mlp.gate(), mlp.up());
    return linear(ReferenceMath.siluGate(inner.get(0), inner.get(1)), mlp.down()).getFirst();
  }

  /** Products with the same rows, which are rounded for all of them or for none. */
  private List<float[][]> linear(float[][] x, WeightMatrix... matrices) {
    List<WeightMatrix> together = List.of(matrices);
    float[][] inputs = x;
    if (rounding.applies(together)) {
      inputs = new float[x.length][];
      for (int row = 0; row < x.length; row++) {
        inputs[row] = x[row].clone();
        ActivationRounding.round(inputs[row]);
      }
    }
    List<float[][]> products = new ArrayList<>();
    for (WeightMatrix matrix : together) {
      products.add(ReferenceMath.linear(matrix, inputs));
    }
    return products;
  }

  private float[][] embed(StepPlan step) {
    float[][] x = new float[step.rows()][config.hidden()];
    for (int row = 0; row < step.rows(); row++) {
      weights.embedding().readRow(step.tokens()[row], x[row]);
    }
    return x;
  }

  /** Where the positions that a row sees lie in the pools: {@code block * 16 + offset}. */
  private int[] visibleSlots(StepPlan step, int row) {
    int table = step.sequenceOfRow()[row] * limits.blocksPerSequence();
    int position = step.positions()[row];
    int first = config.attention().firstVisible(position);
    int[] slots = new int[position + 1 - first];
    for (int p = first; p <= position; p++) {
      int block = step.blockTables()[table + p / BLOCK_TOKENS];
      slots[p - first] = block * BLOCK_TOKENS + p % BLOCK_TOKENS;
    }
    return slots;
  }

  @Override
  public void readBlock(int block, ByteBuffer keys, ByteBuffer values) {
    StepCheck.checkBlock(this, block, keys.limit(), values.limit());
    FloatBuffer keyFloats = floats(keys);
    FloatBuffer valueFloats = floats(values);
    int keyCount = BLOCK_TOKENS * config.attention().keyWidth();
    int valueCount = BLOCK_TOKENS * config.attention().valueWidth();
    for (ReferenceAttention layer : attention) {
      keyFloats.put(layer.keys(), block * keyCount, keyCount);
      valueFloats.put(layer.values(), block * valueCount, valueCount);
    }
  }

  @Override
  public void writeBlock(int block, ByteBuffer keys, ByteBuffer values) {
    StepCheck.checkBlock(this, block, keys.limit(), values.limit());
    FloatBuffer keyFloats = floats(keys);
    FloatBuffer valueFloats = floats(values);
    int keyCount = BLOCK_TOKENS * config.attention().keyWidth();
    int valueCount = BLOCK_TOKENS * config.attention().valueWidth();
    for (ReferenceAttention layer : attention) {
      keyFloats.get(layer.keys(), block * keyCount, keyCount);
      valueFloats.get(layer.values(), block * valueCount, valueCount);
    }
  }

  private static FloatBuffer floats(ByteBuffer bytes) {
    return bytes.duplicate().position(0).order(LITTLE_ENDIAN).asFloatBuffer();
  }

  @Override
  public ModelConfig config() {
    return config;
  }

  @Override
  public RunnerDescription description() {
    return new RunnerDescription(
        "reference", "Java " + Runtime.version().feature(), "java", NumericsMode.EXACT);
  }

  @Override
  public StepLimits limits() {
    return limits;
  }

  @Override
  public int blocks() {
    return blocks;
  }

  @Override
  public int keyBlockBytes() {
    return keyBlockBytes;
  }

  @Override
  public int valueBlockBytes() {
    return valueBlockBytes;
  }

  @Override
  public void close() {
    // Arrays only: nothing to release.
  }
}
