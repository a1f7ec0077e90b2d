package dev.sigma.benchmarks.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatesTest {

  @Test
  void median_isTheMiddleValueInAnyOrder() {
    assertThat(Rates.median(9, 1, 5)).isEqualTo(5);
    assertThat(Rates.median(4, 1, 9, 2)).isEqualTo(3);
  }

  @Test
  void over_dividesPairByPair() {
    Rates ours = new Rates("a", 0, new double[] {6, 2});
    Rates theirs = new Rates("b", 1, new double[] {3, 4});
    assertThat(ours.over(theirs)).containsExactly(2, 0.5);
  }

  @Test
  void percentile_isTheNearestRank() {
    assertThat(Rates.percentile(List.of(5.0, 1.0, 4.0, 2.0, 3.0), 50)).isEqualTo(3);
    assertThat(Rates.percentile(List.of(5.0, 1.0, 4.0, 2.0, 3.0), 99)).isEqualTo(5);
    assertThat(Rates.percentile(List.of(5.0, 1.0), 50)).isEqualTo(1);
  }
}
