package dev.sigma.benchmarks.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelTensorTest {

  @Test
  void ggufRow_ofARotaryMatrix_interleavesTheHalvesOfEachHead() {
    ModelTensor tensor = ModelTensor.matrix("q", "q", 16, 32, 1).rotary(2);
    assertThat(IntStream.range(0, 16).map(tensor::ggufRow))
        .containsExactly(0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15);
  }

  @Test
  void ggufRow_ofAnyOther_isTheRow() {
    ModelTensor tensor = ModelTensor.matrix("v", "v", 16, 32, 1);
    assertThat(IntStream.range(0, 16).map(tensor::ggufRow))
        .containsExactlyElementsOf(IntStream.range(0, 16).boxed().toList());
  }

  @Test
  void matrix_columnsThatAreNoGroups_areRefused() {
    assertThatThrownBy(() -> ModelTensor.matrix("q", "q", 16, 33, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("q: 33 columns (expected: a multiple of 32)");
  }

  @Test
  void shapes_haveTheSizesThatTheyAreNamedAfter() {
    assertThat(parameters(ModelShape.named("52m"))).isBetween(51_500_000L, 52_500_000L);
    assertThat(parameters(ModelShape.named("336m"))).isBetween(335_000_000L, 337_000_000L);
  }

  private static long parameters(ModelShape shape) {
    return shape.tensors().stream()
        .mapToLong(t -> (long) Math.max(1, t.rows()) * t.columns())
        .sum();
  }
}
