package dev.sigma.benchmarks.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepCostTest {

  @Test
  void cost_isOfOneStep() {
    StepCost cost = StepCost.of(4, 8_000_000, 7_600_000, 2048);
    assertThat(cost).isEqualTo(new StepCost(2000, 100, 512));
    assertThat(cost.javaShare()).isEqualTo(0.05);
  }

  @Test
  void values_comeBackAsTheyWent() {
    StepCost cost = new StepCost(3, 2, 1);
    assertThat(StepCost.of(cost.values())).isEqualTo(cost);
  }
}
