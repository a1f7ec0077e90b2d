package dev.sigma.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.model.ModelWeights.Biases;
import dev.sigma.engine.model.ModelWeights.HeadNorms;
import dev.sigma.engine.model.Rope;
import dev.sigma.engine.model.WeightMatrix;
import dev.sigma.engine.model.WeightMatrix.Format;
import dev.sigma.engine.runner.RandomModels.Encoding;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every exact {@link ModelRunner} must do; a runner's test extends it. */
public abstract class ModelRunnerContract {

  protected static final StepLimits LIMITS = new StepLimits(64, 4, 64, 5);
  protected static final int BLOCKS = 24;

  /** A random model. */
  public record Case(String name, ModelConfig config, Encoding encoding) {

    public ModelWeights weights() {
      return new RandomModels(name.hashCode()).weights(config, encoding);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  protected abstract ModelRunner open(ModelConfig config, ModelWeights weights);

  public static Stream<Case> cases() {
    AttentionShape sigma = new AttentionShape(8, 1, 4, 16, 24, 40, 0);
    AttentionShape odd = new AttentionShape(6, 3, 2, 10, 7, 0, 0);
    AttentionShape selective = new AttentionShape(6, 3, 2, 10, 7, 13, 5);
    AttentionShape multiHead = new AttentionShape(3, 3, 3, 12, 12, 0, 0);
    AttentionShape grouped = new AttentionShape(4, 2, 2, 32, 32, 0, 0);
    Encoding int4 = new Encoding(Format.INT4, 32, Format.BF16, 0);
    return Stream.of(
        test("sigma f32", 2, 48, sigma, true, Encoding.all(Format.F32, 0)),
        test("sigma int4", 2, 64, sigma, true, new Encoding(Format.INT4, 32, Format.INT8, 64)),
        test("sigma int8", 2, 45, sigma, false, Encoding.all(Format.INT8, 16)),
        test("odd int4, odd groups", 2, 51, odd, false, Encoding.all(Format.INT4, 13)),
        test("odd bf16", 3, 37, odd, true, Encoding.all(Format.BF16, 0)),
        test("odd f16", 3, 37, odd, true, Encoding.all(Format.F16, 0)),
        test("selective int8", 2, 40, selective, true, Encoding.all(Format.INT8, 40)),
        test("selective f32", 1, 33, selective, false, Encoding.all(Format.F32, 0)),
        test("llama MHA bf16", 2, 36, multiHead, false, Encoding.all(Format.BF16, 0)),
        test("llama GQA int4", 2, 64, grouped, true, int4),
        test("llama GQA f16", 2, 64, grouped, false, Encoding.all(Format.F16, 0)),
        test("biases int4", 2, 64, grouped.withBiases(), true, int4),
        test("biases, odd bf16", 2, 37, odd.withBiases(), true, Encoding.all(Format.BF16, 0)),
        test("head norms int4", 2, 64, grouped.withHeadNorms(), false, int4),
        test(
            "biases, head norms and a window of 21, odd f32",
            2,
            33,
            odd.withBiases().withHeadNorms().withSlidingWindow(21),
            true,
            Encoding.all(Format.F32, 0)),
        test("a window of 16 int4", 2, 64, grouped.withSlidingWindow(16), true, int4),
        test(
            "selective, head norms and a window of 19, int8",
            2,
            40,
            selective.withHeadNorms().withSlidingWindow(19),
            true,
            Encoding.all(Format.INT8, 40)),
        scaled("llama 3 scaling int4", grouped, new Rope.Scaling.Llama3(8, 1, 4, 32), int4),
        scaled("linear scaling int4", grouped, new Rope.Scaling.Linear(4), int4));
  }

  private static Case scaled(
      String name, AttentionShape shape, Rope.Scaling scaling, Encoding encoding) {
    Rope rope = new Rope(10_000, scaling);
    return new Case(name, RandomModels.config(2, 64, shape, true, rope), encoding);
  }

  private static Case test(
      String name, int layers, int hidden, AttentionShape shape, boolean tied, Encoding encoding) {
    return new Case(name, RandomModels.config(layers, hidden, shape, tied), encoding);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void run_howeverCutBatchedOrPlaced_sameBits(Case model) {
    SplittableRandom random = new SplittableRandom(7);
    try (ModelRunner runner = open(model.config(), model.weights())) {
      int[] tokens = Text.randomTokens(random, 53, model.config().vocabulary());
      float[][] whole = new Text(tokens, new int[] {0, 1, 2, 3}).run(runner, 53);

      assertBits(new Text(tokens, new int[] {23, 4, 9, 2}).run(runner, 53), whole, "other blocks");
      assertBits(new Text(tokens, new int[] {7, 5, 6, 1}).run(runner, 1), whole, "one by one");
      assertBits(
          new Text(tokens, new int[] {3, 2, 1, 0}).run(runner, 16, 3, 13, 1, 1, 7),
          whole,
          "chunks");
      assertThat(whole[52]).isNotEqualTo(whole[51]);

      for (int round = 0; round < 3; round++) {
        assertBatchedLikeAlone(runner, tokens, whole, random);
      }
    }
  }

  static Stream<Arguments> windows() {
    AttentionShape full = new AttentionShape(6, 3, 2, 10, 7, 0, 0);
    AttentionShape selective = new AttentionShape(6, 3, 2, 10, 7, 0, 6);
    return Stream.of(full, selective)
        .flatMap(shape -> Stream.of(1, 7, 16, 17, 33).map(window -> Arguments.of(shape, window)));
  }

  /** One layer, so that nothing reaches the last row by way of another. */
  @ParameterizedTest
  @MethodSource("windows")
  void run_slidingWindow_seesThatManyPositionsAndNoMore(AttentionShape shape, int window) {
    Case model =
        test("w", 1, 33, shape.withSlidingWindow(window), true, Encoding.all(Format.F32, 0));
    Case unlimited = test("w", 1, 33, shape, true, Encoding.all(Format.F32, 0));
    int[] tokens = Text.randomTokens(new SplittableRandom(5), 50, 97);
    int[] blocks = {3, 9, 1, 4};
    try (ModelRunner runner = open(model.config(), model.weights());
        ModelRunner without = open(unlimited.config(), unlimited.weights())) {
      float[][] whole = new Text(tokens, blocks).run(runner, 50);
      float[][] all = new Text(tokens, blocks).run(without, 50);
      assertThat(whole[window]).isNotEqualTo(all[window]);
      for (int row = 0; row < window; row++) {
        assertThat(whole[row]).as("row %d", row).isEqualTo(all[row]);
      }

      int[] before = tokens.clone();
      for (int i = 0; i < 50 - window; i++) {
        before[i] = (tokens[i] + 1) % 97;
      }
      assertThat(new Text(before, blocks).run(runner, 50)[49]).isEqualTo(whole[49]);
      int[] first = tokens.clone();
      first[50 - window] = (tokens[50 - window] + 1) % 97;
      if (shape.selectiveValues() == 0) {
        assertThat(new Text(first, blocks).run(runner, 50)[49]).isNotEqualTo(whole[49]);
      }
    }
  }

  @Test
  void run_eachPartLeftOut_changesTheAnswer() {
    AttentionShape shape = new AttentionShape(4, 2, 2, 8, 8, 0, 0).withBiases().withHeadNorms();
    ModelConfig config = RandomModels.config(1, 33, shape, true);
    ModelWeights weights = new RandomModels(3).weights(config, Encoding.all(Format.F32, 0));
    ModelWeights.Layer layer = weights.layers().getFirst();
    ModelWeights.Biases biases = layer.biases().orElseThrow();
    ModelWeights.HeadNorms norms = layer.headNorms().orElseThrow();
    float[] sixteen = new float[16];
    float[] ones = {1, 1, 1, 1, 1, 1, 1, 1};
    List<ModelWeights.Layer> changed =
        List.of(
            with(layer, new Biases(new float[32], biases.key(), biases.value()), norms),
            with(layer, new Biases(biases.query(), sixteen, biases.value()), norms),
            with(layer, new Biases(biases.query(), biases.key(), sixteen), norms),
            with(layer, biases, new HeadNorms(ones, norms.key())),
            with(layer, biases, new HeadNorms(norms.query(), ones)));
    int[] tokens = {1, 2, 3, 4};
    try (ModelRunner runner = open(config, weights)) {
      float[] whole = new Text(tokens, new int[] {0}).run(runner, 4)[3];
      for (int i = 0; i < changed.size(); i++) {
        ModelWeights other =
            new ModelWeights(
                weights.embedding(),
                List.of(changed.get(i)),
                weights.finalNorm(),
                weights.output());
        try (ModelRunner without = open(config, other)) {
          float[] row = new Text(tokens, new int[] {0}).run(without, 4)[3];
          assertThat(RunnerAgreement.relativeError(row, whole)).as("part " + i).isGreaterThan(1e-3);
        }
      }
    }
  }

  private static ModelWeights.Layer with(ModelWeights.Layer layer, Biases biases, HeadNorms norms) {
    return new ModelWeights.Layer(
        layer.attentionNorm(),
        layer.query(),
        layer.augmentedQuery(),
        layer.key(),
        layer.value(),
        Optional.of(biases),
        Optional.of(norms),
        layer.attentionOutput(),
        layer.feedForwardNorm(),
        layer.feedForward());
  }

  /** The text beside three others, every one cut at random. */
  private static void assertBatchedLikeAlone(
      ModelRunner runner, int[] tokens, float[][] alone, SplittableRandom random) {
    int vocabulary = runner.config().vocabulary();
    List<Integer> free = new ArrayList<>(IntStream.range(0, BLOCKS).boxed().toList());
    java.util.Collections.shuffle(free, new java.util.Random(random.nextLong()));
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int[] own = i == 2 ? tokens : Text.randomTokens(random, 20 + 9 * i, vocabulary);
      int[] table = free.subList(5 * i, 5 * i + 5).stream().mapToInt(b -> b).toArray();
      texts.add(new Text(own, table));
    }
    StepPlan step = new StepPlan(runner.limits());
    FloatBuffer logits = FloatBuffer.allocate(runner.limits().logitsRows() * vocabulary);
    while (texts.stream().anyMatch(t -> t.left() > 0)) {
      step.clear();
      int[] counts = new int[4];
      for (int i = 0; i < 4; i++) {
        counts[i] = Math.min(texts.get(i).left(), random.nextInt(4) == 0 ? 15 : random.nextInt(4));
        if (counts[i] > 0) {
          texts.get(i).plan(step, counts[i]);
        }
      }
      if (step.isEmpty()) {
        continue;
      }
      runner.run(step, logits);
      int row = 0;
      for (int i = 0; i < 4; i++) {
        texts.get(i).take(logits, row, counts[i], vocabulary);
        row += counts[i];
      }
    }
    assertBits(texts.get(2).logits(), alone, "batched");
  }

  @Test
  void run_onlySomeRowsAsk_theirLogitsInOrder() {
    Case model = cases().findFirst().orElseThrow();
    try (ModelRunner runner = open(model.config(), model.weights())) {
      int[] tokens = {5, 6, 7, 8, 9};
      float[][] all = new Text(tokens, new int[] {3}).run(runner, 5);
      StepPlan step = new StepPlan(LIMITS);
      step.add(tokens, 0, 2, 0, new int[] {1}, 1, StepPlan.Logits.NONE);
      step.add(tokens, 0, 5, 0, new int[] {2}, 1, StepPlan.Logits.LAST);
      step.add(tokens, 0, 3, 0, new int[] {4}, 1, StepPlan.Logits.ALL);
      FloatBuffer logits = FloatBuffer.allocate(4 * 97);
      runner.run(step, logits);
      for (int i = 0; i < 4; i++) {
        float[] row = new float[97];
        logits.get(i * 97, row);
        assertThat(row).as("row " + i).isEqualTo(all[new int[] {4, 0, 1, 2}[i]]);
      }
      StepPlan none = new StepPlan(LIMITS);
      none.add(tokens, 2, 1, 2, new int[] {1}, 1, StepPlan.Logits.NONE);
      runner.run(none, FloatBuffer.allocate(0));
    }
  }

  @Test
  void logNormalisers_whereTheRunnerKnowsThem_areThoseOfTheLogits() {
    Case model = cases().findFirst().orElseThrow();
    try (ModelRunner runner = open(model.config(), model.weights())) {
      StepPlan step = new StepPlan(LIMITS);
      step.add(new int[] {5, 6, 7, 8}, 0, 4, 0, new int[] {3}, 1, StepPlan.Logits.ALL);
      FloatBuffer logits = FloatBuffer.allocate(4 * 97);
      runner.run(step, logits);
      double[] actual = new double[4];
      if (!runner.logNormalisers(actual)) {
        assertThat(runner.description().backend()).isEqualTo("reference");
        return;
      }
      for (int row = 0; row < 4; row++) {
        double sum = 0;
        for (int i = 0; i < 97; i++) {
          sum += Math.exp(logits.get(row * 97 + i));
        }
        assertThat(actual[row]).isCloseTo(Math.log(sum), within(1e-5));
      }
    }
  }

  @Test
  void readBlock_writtenElsewhere_continuesBitForBit() {
    Case model = cases().findFirst().orElseThrow();
    int[] tokens = Text.randomTokens(new SplittableRandom(3), 40, 97);
    try (ModelRunner runner = open(model.config(), model.weights());
        ModelRunner other = open(model.config(), model.weights())) {
      float[][] whole = new Text(tokens, new int[] {0, 1, 2}).run(runner, 40);
      ByteBuffer keys = ByteBuffer.allocate(runner.keyBlockBytes());
      ByteBuffer values = ByteBuffer.allocateDirect(runner.valueBlockBytes());
      for (int i = 0; i < 2; i++) {
        runner.readBlock(i, keys, values);
        assertThat(keys.position() + values.position()).isZero();
        other.writeBlock(9 - i, keys, values);
      }
      StepPlan step = new StepPlan(LIMITS);
      step.add(tokens, 32, 8, 32, new int[] {9, 8, 0}, 3, StepPlan.Logits.LAST);
      FloatBuffer logits = FloatBuffer.allocate(97);
      other.run(step, logits);
      assertThat(logits.array()).isEqualTo(whole[39]);

      ByteBuffer keysAgain = ByteBuffer.allocate(runner.keyBlockBytes());
      ByteBuffer valuesAgain = ByteBuffer.allocateDirect(runner.valueBlockBytes());
      other.readBlock(8, keysAgain, valuesAgain);
      assertThat(keysAgain).isEqualTo(keys);
      assertThat(valuesAgain).isEqualTo(values);
    }
  }

  @Test
  void run_oneLayersValuesZeroed_changesTheAnswer() {
    Case model = cases().findFirst().orElseThrow();
    ModelWeights weights = model.weights();
    List<ModelWeights.Layer> layers = new ArrayList<>(weights.layers());
    ModelWeights.Layer old = layers.get(1);
    WeightMatrix value = old.value();
    WeightMatrix zero =
        new WeightMatrix(
            "zero",
            value.rows(),
            value.columns(),
            Format.F32,
            MemorySegment.ofArray(new byte[4 * value.rows() * value.columns()]),
            0,
            new float[0]);
    layers.set(
        1,
        new ModelWeights.Layer(
            old.attentionNorm(),
            old.query(),
            old.augmentedQuery(),
            old.key(),
            zero,
            old.biases(),
            old.headNorms(),
            old.attentionOutput(),
            old.feedForwardNorm(),
            old.feedForward()));
    ModelWeights changed =
        new ModelWeights(weights.embedding(), layers, weights.finalNorm(), weights.output());
    int[] tokens = {1, 2, 3, 4};
    try (ModelRunner runner = open(model.config(), weights);
        ModelRunner without = open(model.config(), changed)) {
      float[] a = new Text(tokens, new int[] {0}).run(runner, 4)[3];
      float[] b = new Text(tokens, new int[] {0}).run(without, 4)[3];
      assertThat(RunnerAgreement.relativeError(b, a)).isGreaterThan(0.01);
    }
  }

  @Test
  void run_malformedStep_namesWhatIsWrong() {
    Case model = cases().findFirst().orElseThrow();
    try (ModelRunner runner = open(model.config(), model.weights())) {
      assertRefused(runner, new StepPlan(LIMITS), 97, "0 rows");
      assertRefused(runner, oneToken(97, 0, 0), 97, "token of row 0: 97 (expected: 0 to 96)");
      assertRefused(runner, oneToken(-1, 0, 0), 97, "token of row 0: -1");
      assertRefused(runner, oneToken(1, 0, BLOCKS), 97, "block 0 of sequence 0: 24");
      assertRefused(runner, oneToken(1, 17, -1), 97, "block 0 of sequence 0: -1");
      assertRefused(runner, oneToken(1, 0, 0), 96, "logits: 96 floats (expected: at least 97)");
      StepPlan other = new StepPlan(new StepLimits(1, 1, 1, 1));
      other.add(new int[] {1}, 0, 1, 0, new int[] {0}, 1, StepPlan.Logits.LAST);
      assertRefused(runner, other, 97, "step planned for");
      assertThatThrownBy(
              () -> runner.readBlock(BLOCKS, ByteBuffer.allocate(1), ByteBuffer.allocate(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("block: 24 (expected: 0 to 23)");
      assertThatThrownBy(() -> runner.writeBlock(0, ByteBuffer.allocate(1), ByteBuffer.allocate(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("block buffers: 1 and 1 bytes");
    }
  }

  private static StepPlan oneToken(int token, int position, int block) {
    StepPlan step = new StepPlan(LIMITS);
    step.add(new int[] {token}, 0, 1, position, new int[] {block, 0}, 2, StepPlan.Logits.LAST);
    return step;
  }

  private static void assertRefused(ModelRunner runner, StepPlan step, int logits, String message) {
    assertThatThrownBy(() -> runner.run(step, FloatBuffer.allocate(logits)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  /** Bit for bit, so that -0 and 0 differ too. */
  private static void assertBits(float[][] actual, float[][] expected, String what) {
    for (int row = 0; row < expected.length; row++) {
      int[] want = bits(expected[row]);
      assertThat(bits(actual[row])).as("%s, row %d", what, row).isEqualTo(want);
    }
  }

  private static int[] bits(float[] row) {
    return IntStream.range(0, row.length).map(i -> Float.floatToRawIntBits(row[i])).toArray();
  }
}
