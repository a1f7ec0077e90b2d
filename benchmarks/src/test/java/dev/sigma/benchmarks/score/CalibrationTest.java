package dev.sigma.benchmarks.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sigma.benchmarks.score.Calibration.Sample;
import dev.sigma.benchmarks.score.Calibration.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void threshold_isTheLowestThatIsGoodEnough() {
    // from the top, of 100 each: 100, then 190 of 200, then 270 of 300, then 270 of 400
    List<Sample> samples = new ArrayList<>();
    samples.addAll(some(0.9, 100, 0));
    samples.addAll(some(0.7, 90, 10));
    samples.addAll(some(0.5, 80, 20));
    samples.addAll(some(0.3, 0, 100));
    assertThat(Calibration.fit(samples, 0.97).threshold()).hasValue(0.9);
    assertThat(Calibration.fit(samples, 0.9).threshold()).hasValue(0.7);
    assertThat(Calibration.fit(samples, 0.85).threshold()).hasValue(0.5);
    assertThat(Calibration.fit(samples, 0.5).threshold()).hasValue(0.3);
  }

  @Test
  void threshold_leavesRoomForLuck() {
    // 90 of 100 are right: Wilson's bound of one standard error is 0.8659
    assertThat(Calibration.fit(some(0.5, 90, 10), 0.9).threshold()).isEmpty();
    assertThat(Calibration.fit(some(0.5, 90, 10), 0.865).threshold()).hasValue(0.5);
    assertThat(Calibration.fit(some(0.5, 90, 10), 0.867).threshold()).isEmpty();
    assertThat(Calibration.fit(some(0.5, 1, 0), 0.5).threshold()).hasValue(0.5);
    assertThat(Calibration.fit(some(0.5, 1, 0), 0.51).threshold()).isEmpty();
  }

  @Test
  void threshold_takesEqualConfidencesTogether() {
    // at 0.8: 20 of 30 above it in all, never 20 of 20
    assertThat(Calibration.fit(some(0.8, 20, 10), 0.9).threshold()).isEmpty();
  }

  @Test
  void answers_atOrAboveTheThreshold_andNeverWithoutOne() {
    Calibration some = Calibration.fit(List.of(right(0.9), wrong(0.5)), 0.5);
    assertThat(some.answers(0.9)).isTrue();
    assertThat(some.answers(0.89)).isFalse();
    assertThat(Calibration.fit(List.of(wrong(0.9)), 0.9).answers(1)).isFalse();
  }

  @Test
  void map_poolsWhatGoesDown() {
    // 0, 1, 0, 1, 1 at 0.1 ... 0.5: 1 and 0 pool to 1/2 from 0.2 on; 1 and 1 pool from 0.4 on
    Calibration calibration =
        Calibration.fit(List.of(wrong(0.1), right(0.2), wrong(0.3), right(0.4), right(0.5)), 0.9);
    assertThat(calibration.steps())
        .containsExactly(new Step(0.1, 0), new Step(0.2, 0.5), new Step(0.4, 1));
    assertThat(calibration.probability(0.05)).isZero();
    assertThat(calibration.probability(0.25)).isEqualTo(0.5);
    assertThat(calibration.probability(0.99)).isEqualTo(1);
  }

  @Test
  void map_ofNothing_isTheConfidenceItself() {
    assertThat(Calibration.fit(List.of(), 0.9).probability(0.3)).isEqualTo(0.3);
    assertThat(Calibration.fit(List.of(), 0.9).threshold()).isEmpty();
  }

  @Test
  void map_neverGoesDown() {
    Random random = new Random(5);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      samples.add(new Sample(random.nextInt(50) / 50.0, random.nextBoolean()));
    }
    List<Step> steps = Calibration.fit(samples, 0.9).steps();
    assertThat(steps).hasSizeGreaterThan(2);
    assertThat(steps.stream().map(Step::probability).toList()).isSorted();
    assertThat(steps.stream().map(Step::from).toList()).isSorted();
  }

  @Test
  void error_isZero_whereConfidenceIsTheShareOfRightOnes() {
    // 20 samples: bins of 2; each with one right and one wrong at 1/2
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      samples.add(right(0.5));
      samples.add(wrong(0.5));
    }
    assertThat(Calibration.error(samples)).isZero();
  }

  @Test
  void error_isTheMeanDistanceOverBins() {
    // 20 samples, bins of 2: five bins all right at 0.9 (0.1 apart), five all wrong at 0.4
    List<Sample> samples = new ArrayList<>(Collections.nCopies(10, right(0.9)));
    samples.addAll(Collections.nCopies(10, wrong(0.4)));
    assertThat(Calibration.error(samples)).isCloseTo((0.1 + 0.4) / 2, within(1e-9));
  }

  @Test
  void error_distancesInOneBinCancelOut_thoseOfTwoDoNot() {
    // 11 samples: nine bins of one and one of two, which is the last
    List<Sample> samples = new ArrayList<>(Collections.nCopies(9, wrong(0)));
    samples.add(right(0.5));
    samples.add(wrong(0.5));
    assertThat(Calibration.error(samples)).isZero();
    assertThat(Calibration.error(List.of(right(0.5), wrong(0.5)))).isEqualTo(0.5);
    assertThat(Calibration.error(List.of())).isZero();
  }

  @Test
  void mapped_takesTheErrorAway_onTheSamplesItWasFittedTo() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      samples.add(new Sample(0.9, i % 2 == 0));
    }
    assertThat(Calibration.error(samples)).isCloseTo(0.4, within(1e-9));
    assertThat(Calibration.error(Calibration.fit(samples, 0.9).mapped(samples))).isZero();
  }

  private static List<Sample> some(double confidence, int right, int wrong) {
    List<Sample> samples = new ArrayList<>(Collections.nCopies(right, right(confidence)));
    samples.addAll(Collections.nCopies(wrong, wrong(confidence)));
    return samples;
  }

  private static Sample right(double confidence) {
    return new Sample(confidence, true);
  }

  private static Sample wrong(double confidence) {
    return new Sample(confidence, false);
  }
}
