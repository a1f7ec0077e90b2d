package dev.sigma.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class PrefillBudgetTest {

  private final PrefillBudget budget = new PrefillBudget(256, 16);

  /** Steps with {@code decoding} rows whose time is that of their rows of prefill. */
  private int after(int steps, int decoding, IntToLongFunction nanos) {
    int prefill = 0;
    for (int i = 0; i < steps; i++) {
      int rows = budget.rows(decoding);
      budget.ran(decoding, rows, nanos.applyAsLong(rows));
      prefill += rows;
    }
    return prefill;
  }

  @Test
  void rows_beforeAStepWasSeenAlone_areNone() {
    assertThat(budget.rows(5)).isZero();
    budget.ran(0, 200, 1_000_000);
    assertThat(budget.rows(5)).isZero();
    budget.ran(5, 0, 1_000);
    assertThat(budget.rows(5)).isEqualTo(1);
    assertThat(budget.rows(9)).as("by the nearest that was seen").isEqualTo(1);
  }

  @Test
  void rows_fillTheTimeThatAStepMayTakeLonger() {
    after(400, 4, rows -> 10_000 + 500L * rows);
    assertThat(after(160, 4, rows -> 10_000 + 500L * rows) / 150.0).isBetween(11.0, 14.5);
  }

  @Test
  void rows_thatBecomeDearer_becomeFewer() {
    after(400, 4, rows -> 10_000 + 100L * rows);
    assertThat(budget.rows(4)).isBetween(50, 64);
    after(100, 4, rows -> 10_000 + 2_000L * rows);
    assertThat(budget.rows(4)).isBetween(0, 4);
  }

  @Test
  void rows_whileContextsGrow_keepTheirShare() {
    after(100, 4, rows -> 10_000 + 500L * rows);
    after(100, 4, rows -> 40_000 + 500L * rows);
    assertThat(after(160, 4, rows -> 40_000 + 500L * rows) / 150.0).isBetween(40.0, 58.0);
  }

  @Test
  void rows_howeverDear_areAtLeastOneMostOfTheTime() {
    assertThat(after(170, 1, rows -> rows == 0 ? 1 : 1_000_000_000L)).isEqualTo(160);
  }
}
