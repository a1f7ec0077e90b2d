package dev.sigma.benchmarks.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PerplexityTest {

  @Test
  void meanDifference_looksAtWhatTheReferenceRead() {
    assertThat(Perplexity.meanDifference(List.of(1.0, 2.0), List.of(0.5, 4.5, 100.0)))
        .isEqualTo(1.5);
  }
}
