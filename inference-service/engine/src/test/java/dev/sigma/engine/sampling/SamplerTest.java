package dev.sigma.engine.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerTest {

  private static final int[] NOTHING = {};

  @Test
  void draw_greedyWithATie_takesTheLowerId() {
    Sampler sampler = draw(SamplingParameters.GREEDY, 0, 1, 3, 2, 3, 0);
    assertThat(sampler.id()).isEqualTo(1);
  }

  @Test
  void draw_reportsLogProbabilitiesOfTheLogitsAsTheyCame() {
    SamplingParameters parameters = new SamplingParameters(0.2f, 2, 0.5f, 0.1f, 1, 1, 3);
    float[] logits = {1, 2, 3, 3};
    Sampler sampler = new Sampler(4, 4);
    sampler.draw(FloatBuffer.wrap(logits), 0, parameters, 9, new int[] {2, 3, 3}, 0, 3, 3);
    double logSum = Math.log(Math.exp(1) + Math.exp(2) + 2 * Math.exp(3));
    assertThat(sampler.logProbability())
        .isCloseTo((float) (logits[sampler.id()] - logSum), within(1e-6f));
    assertThat(top(sampler)).containsExactly(2, 3, 1);
    assertThat(sampler.topLogProbability(2)).isCloseTo((float) (2 - logSum), within(1e-6f));
  }

  @Test
  void draw_ofARowInABuffer_readsThatRowOnly() {
    FloatBuffer rows = FloatBuffer.wrap(new float[] {9, 0, 0, 0, 9, 0, Float.NaN, 0, 0});
    Sampler sampler = new Sampler(3, 3);
    sampler.draw(rows, 3, SamplingParameters.GREEDY, 0, NOTHING, 0, 0, 0);
    assertThat(sampler.id()).isEqualTo(1);
    assertThat(rows.position()).isZero();
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void draw_ofALogitThatIsNotFinite_isRefused(float bad) {
    assertThatThrownBy(() -> draw(SamplingParameters.GREEDY, 0, 1, bad, 2))
        .isInstanceOf(NonFiniteLogitsException.class)
        .hasMessage("logit of token 1: %s (expected: a finite number)".formatted(bad));
  }

  @Test
  void draw_neverGivesAnIdThatIsNoToken() {
    Sampler sampler = new Sampler(4, 2);
    FloatBuffer logits = FloatBuffer.wrap(new float[] {0, 0, 50, 50});
    for (int position = 0; position < 100; position++) {
      sampler.draw(logits, 0, temperature(1), position, NOTHING, 0, 0, 4);
      assertThat(sampler.id()).isLessThan(2);
      assertThat(top(sampler)).containsExactly(0, 1);
    }
  }

  @Test
  void draw_withExtremeLogitsAndTemperature_staysInRange() {
    SamplingParameters cold = new SamplingParameters(Float.MIN_VALUE, 0, 1, 0, 0, 0, 1);
    assertThat(draw(cold, 0, -Float.MAX_VALUE, Float.MAX_VALUE, 0).id()).isEqualTo(1);
    Sampler sampler = draw(temperature(2), 0, -Float.MAX_VALUE, Float.MAX_VALUE, 0);
    assertThat(sampler.id()).isEqualTo(1);
    assertThat(sampler.logProbability()).isZero();
  }

  @Test
  void draw_atATemperature_followsTheSoftmax() {
    float[] logits = {0.3f, -1, 2, 0, 1.1f, -0.4f};
    double[] expected = softmax(logits, 0.7);
    assertThat(chiSquare(temperature(0.7f), logits, expected)).isLessThan(20.5); // 5 df, 99.9%
  }

  @Test
  void draw_withTopKTopPAndMinP_followsTheTruncatedSoftmax() {
    float[] logits = {0.3f, -1, 2, 0, 1.1f, -0.4f};
    double[] all = softmax(logits, 1);
    for (SamplingParameters parameters :
        List.of(
            new SamplingParameters(1, 3, 1, 0, 0, 0, 11),
            new SamplingParameters(1, 0, 0.75f, 0, 0, 0, 12),
            new SamplingParameters(1, 0, 1, 0.15f, 0, 0, 13),
            new SamplingParameters(1, 5, 0.9f, 0.2f, 0, 0, 14))) {
      double[] expected = truncate(all, parameters);
      assertThat(Arrays.stream(expected).filter(p -> p == 0).count())
          .as("the case truncates")
          .isPositive();
      assertThat(chiSquare(parameters, logits, expected)).isLessThan(20.5);
    }
  }

  @Test
  void draw_whereMoreAreWantedThanCouldEverCome_keepsThose() {
    SamplingParameters five = new SamplingParameters(1, 5, 0.99f, 0, 0, 0, 3);
    boolean second = false;
    for (int position = 0; position < 200; position++) {
      int id = draw(five, position, 0, -41, 1, -60, -90).id();
      assertThat(id).isIn(0, 2);
      second |= id == 0;
    }
    assertThat(second).isTrue();
  }

  @Test
  void draw_keptSet_isThatOfANaiveSort() {
    Random random = new Random(3);
    for (int round = 0; round < 300; round++) {
      int vocabulary = 1 + random.nextInt(40);
      float[] logits = new float[vocabulary];
      for (int i = 0; i < vocabulary; i++) {
        logits[i] = random.nextInt(6) - 3f; // many ties
      }
      SamplingParameters parameters =
          new SamplingParameters(
              1,
              random.nextInt(vocabulary + 2),
              random.nextBoolean() ? 1 : 0.05f + 0.9f * random.nextFloat(),
              random.nextBoolean() ? 0 : 0.5f * random.nextFloat(),
              0,
              0,
              round);
      double[] kept = truncate(softmax(logits, 1), parameters);
      for (int position = 0; position < 30; position++) {
        assertThat(kept[draw(parameters, position, logits).id()])
            .as("%s at %d", parameters, position)
            .isPositive();
      }
    }
  }

  @Test
  void draw_withPenalties_subtractsThemPerTokenAndPerTime() {
    Sampler sampler = new Sampler(3, 3);
    FloatBuffer logits = FloatBuffer.wrap(new float[] {3, 2.5f, 2});
    int[] tokens = {1, 1, 1, 0, 0}; // the prompt's 1s do not count
    SamplingParameters presence = new SamplingParameters(0, 0, 1, 0, 0.6f, 0, 0);
    sampler.draw(logits, 0, presence, 5, tokens, 3, 5, 0);
    assertThat(sampler.id()).isEqualTo(1);
    SamplingParameters frequency = new SamplingParameters(0, 0, 1, 0, 0, 0.4f, 0);
    sampler.draw(logits, 0, frequency, 5, tokens, 3, 4, 0);
    assertThat(sampler.id()).as("once is not enough").isZero();
    sampler.draw(logits, 0, frequency, 5, tokens, 3, 5, 0);
    assertThat(sampler.id()).as("twice is").isEqualTo(1);
  }

  @Test
  void draw_dependsOnSeedAndPositionOnly() {
    float[] logits = new float[50];
    SamplingParameters parameters = temperature(1);
    int[] first = IntStream.range(0, 100).map(p -> draw(parameters, p, logits).id()).toArray();
    Sampler reused = new Sampler(50, 50);
    for (int position = 99; position >= 0; position--) {
      reused.draw(FloatBuffer.wrap(logits), 0, parameters, position, NOTHING, 0, 0, 5);
      assertThat(reused.id()).isEqualTo(first[position]);
    }
    assertThat(Arrays.stream(first).distinct().count()).isGreaterThan(20);
  }

  private static Sampler draw(SamplingParameters parameters, int position, float... logits) {
    Sampler sampler = new Sampler(logits.length, logits.length);
    sampler.draw(FloatBuffer.wrap(logits), 0, parameters, position, NOTHING, 0, 0, 0);
    return sampler;
  }

  private static int[] top(Sampler sampler) {
    return IntStream.range(0, sampler.topCount()).map(sampler::topId).toArray();
  }

  private static SamplingParameters temperature(float temperature) {
    return new SamplingParameters(temperature, 0, 1, 0, 0, 0, 10);
  }

  private static double[] softmax(float[] logits, double temperature) {
    double[] weights = new double[logits.length];
    for (int i = 0; i < logits.length; i++) {
      weights[i] = Math.exp(logits[i] / temperature);
    }
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / sum).toArray();
  }

  /** As the contract says it, with a full sort. */
  private static double[] truncate(double[] probabilities, SamplingParameters parameters) {
    int[] order =
        IntStream.range(0, probabilities.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -probabilities[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int most = parameters.topK() == 0 ? order.length : Math.min(order.length, parameters.topK());
    double total = Arrays.stream(order, 0, most).mapToDouble(i -> probabilities[i]).sum();
    double[] kept = new double[probabilities.length];
    double sum = 0;
    for (int rank = 0; rank < most; rank++) {
      double probability = probabilities[order[rank]];
      boolean enough = parameters.topP() < 1 && sum >= parameters.topP() * total;
      if (rank > 0 && (enough || probability < parameters.minP() * probabilities[order[0]])) {
        break;
      }
      kept[order[rank]] = probability;
      sum += probability;
    }
    double all = sum;
    return Arrays.stream(kept).map(p -> p / all).toArray();
  }

  private static double chiSquare(
      SamplingParameters parameters, float[] logits, double[] expected) {
    int draws = 20_000;
    int[] counts = new int[logits.length];
    Sampler sampler = new Sampler(logits.length, logits.length);
    for (int position = 0; position < draws; position++) {
      sampler.draw(FloatBuffer.wrap(logits), 0, parameters, position, NOTHING, 0, 0, 0);
      counts[sampler.id()]++;
    }
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      if (expected[i] == 0) {
        assertThat(counts[i]).as("token %d is truncated", i).isZero();
      } else {
        double difference = counts[i] - expected[i] * draws;
        sum += difference * difference / (expected[i] * draws);
      }
    }
    return sum;
  }
}
