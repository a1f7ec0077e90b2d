package dev.sigma.engine.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CounterRandomTest {

  /** Computed in Python from the formula in the class comment. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 48218226ff3cd4bf",
    "0, 1, a706dd2f4d197e6f",
    "1, 0, dce423fc82c0d5b8",
    "42, 7, 32028f50341ebd74",
    "-1, 131071, 259a7b8bc70c8e6a",
    "-1234567890123, 1000, ac222c86675910f9"
  })
  void bits_areTheGoldenValues(long seed, long position, String expected) {
    assertThat(Long.toHexString(CounterRandom.bits(seed, position))).isEqualTo(expected);
  }

  @Test
  void uniform_overPositionsAndOverSeeds_isEven() {
    int draws = 100_000;
    int[] byPosition = new int[10];
    int[] bySeed = new int[10];
    double product = 0;
    for (int i = 0; i < draws; i++) {
      byPosition[(int) (10 * CounterRandom.uniform(5, i))]++;
      bySeed[(int) (10 * CounterRandom.uniform(i, 5))]++;
      product += (CounterRandom.uniform(i, 5) - 0.5) * (CounterRandom.uniform(i + 1L, 5) - 0.5);
    }
    // 99.9% quantile of chi-square with 9 degrees of freedom
    assertThat(chiSquare(byPosition, draws)).isLessThan(27.9);
    assertThat(chiSquare(bySeed, draws)).isLessThan(27.9);
    assertThat(product / draws * 12).as("correlation of neighbours").isCloseTo(0, within(0.015));
  }

  private static double chiSquare(int[] counts, int draws) {
    double expected = (double) draws / counts.length;
    double sum = 0;
    for (int count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }
}
