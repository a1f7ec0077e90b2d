package dev.sigma.benchmarks.diffqkv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossoverTest {

  private static final List<Point> BASELINE = curve(10, 20, 40);

  @Test
  void of_linesThatMeetBetweenTwoContexts_isWhereTheyMeet() {
    Crossover crossover = Crossover.of(BASELINE, curve(13, 19, 30)).orElseThrow();
    assertThat(crossover.tokens()).isCloseTo(1750, within(1e-9));
    assertThat(crossover.milliseconds()).isCloseTo(17.5, within(1e-9));
  }

  @Test
  void of_linesThatMeetAtAContext_isThatContext() {
    assertThat(Crossover.of(BASELINE, curve(13, 20, 30))).contains(new Crossover(2000, 20));
  }

  @Test
  void of_aCurveThatIsNotBelowAtLast_isEmpty() {
    assertThat(Crossover.of(BASELINE, curve(13, 23, 41))).isEmpty();
    assertThat(Crossover.of(BASELINE, curve(9, 19, 40))).isEmpty();
  }

  @Test
  void of_aCurveThatIsAlwaysBelow_isTheFirstContext() {
    assertThat(Crossover.of(BASELINE, curve(9, 19, 30))).contains(new Crossover(1000, 10));
  }

  @Test
  void of_aCurveThatFallsBelowTwice_isTheLastTime() {
    assertThat(Crossover.of(BASELINE, curve(9, 22, 36)).orElseThrow().tokens())
        .isCloseTo(2000 + 2000 * 2.0 / 6, within(1e-9));
  }

  /** At 1,000, 2,000 and 4,000 tokens. */
  private static List<Point> curve(double... milliseconds) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < milliseconds.length; i++) {
      points.add(new Point(1000 << i, milliseconds[i]));
    }
    return points;
  }
}
