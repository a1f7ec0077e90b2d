package dev.sigma.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrefillBudgetTest {

  private final PrefillBudget budget = new PrefillBudget(256, 16);

  @Test
  void rows_beforeAnythingWasMeasured_isAQuarterOfTheStep() {
    assertThat(budget.rows(5)).isEqualTo(64);
  }

  @Test
  void rows_measured_fillTheTimeThatAStepMayTakeLonger() {
    budget.ran(4, 0, 10_000);
    budget.ran(0, 100, 100_000); // 1,000 a row
    assertThat(budget.rows(4)).isEqualTo(7);
    assertThat(budget.rows(6)).as("by the nearest that was measured").isEqualTo(7);
  }

  @Test
  void rows_thatBecomeDearer_becomeFewer() {
    budget.ran(4, 0, 10_000);
    budget.ran(0, 100, 10_000);
    assertThat(budget.rows(4)).isEqualTo(64);
    for (int i = 0; i < 20; i++) {
      budget.ran(4, 10, 10_000 + 10 * 2_000);
    }
    assertThat(budget.rows(4)).isEqualTo(3);
  }

  @Test
  void rows_howeverDear_areAtLeastOne() {
    budget.ran(1, 0, 1);
    budget.ran(1, 1, 1_000_000_000);
    assertThat(budget.rows(1)).isEqualTo(1);
    budget.ran(2, 0, 1_000_000_000);
    assertThat(budget.rows(2)).isEqualTo(1);
  }

  @Test
  void rows_fasterWithPrefillThanWithout_isNoDivisionByZero() {
    budget.ran(1, 0, 1_000);
    budget.ran(1, 10, 500);
    assertThat(budget.rows(1)).isEqualTo(64);
  }
}
