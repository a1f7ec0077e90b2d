package dev.sigma.benchmarks.diffqkv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RandomDecoderTest {

  private static final long HIDDEN = 2048;

  @Test
  void bytesRead_areWeightsWithScalesAndTheKAndVOfAllPositions() {
    long products = HIDDEN * (2 * HIDDEN + 2 * 16 * 64 + 3 * 6144);
    assertThat(read(Variant.GQA_16, 1000))
        .isEqualTo(products / 32 * 34 + 4L * 1000 * (16 + 16) * 64);
  }

  @Test
  void bytesRead_augmentedQ_isThreeMatricesMore() {
    assertThat(read(Variant.DIFFQKV, 1000) - read(Variant.DIFFQKV_WITHOUT_AUGQ, 1000))
        .isEqualTo(3 * HIDDEN * 3072 / 32 * 34);
  }

  @Test
  void bytesRead_selectiveV_isWhatTheQueryHeadsKeep() {
    assertThat(read(Variant.DIFFQKV_SELECTIVE, 1000) - read(Variant.DIFFQKV, 1000))
        .isEqualTo(4L * 64 * (100 * 32 - 1000 * 16));
  }

  private static long read(Variant variant, int context) {
    return RandomDecoder.of(variant.shape(), 1, context).bytesRead(context);
  }
}
