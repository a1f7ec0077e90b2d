package dev.sigma.benchmarks.diffqkv;

import dev.sigma.engine.model.AttentionShape;

/** An attention that SIGMA-1.5B's layers are measured with (arXiv 2501.13629). */
public enum Variant {
  MHA("mha", "MHA", 32, 32, 0, 0),
  GQA_16("gqa16", "GQA-16", 16, 16, 0, 0),
  DIFFQKV_WITHOUT_AUGQ("diffqkv_without_augq", "DiffQKV without AugQ", 4, 16, 0, 0),
  DIFFQKV("diffqkv", "DiffQKV with AugQ", 4, 16, Variant.AUGMENTED, 0),
  DIFFQKV_SELECTIVE(
      "diffqkv_selective", "the same, selective V", 4, 16, Variant.AUGMENTED, Variant.KEPT);

  private static final int QUERY_HEADS = 32;
  private static final int HEAD_DIM = 64;
  private static final int AUGMENTED = 3072;

  /** V rows that a query head keeps. */
  private static final int KEPT = 100;

  private final String metric;
  private final String label;
  private final int keyHeads;
  private final int valueHeads;
  private final int augmented;
  private final int kept;

  Variant(String metric, String label, int keyHeads, int valueHeads, int augmented, int kept) {
    this.metric = metric;
    this.label = label;
    this.keyHeads = keyHeads;
    this.valueHeads = valueHeads;
    this.augmented = augmented;
    this.kept = kept;
  }

  /** Its name in metrics. */
  public String metric() {
    return metric;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  AttentionShape shape() {
    return new AttentionShape(
        QUERY_HEADS, keyHeads, valueHeads, HEAD_DIM, HEAD_DIM, augmented, kept);
  }
}
