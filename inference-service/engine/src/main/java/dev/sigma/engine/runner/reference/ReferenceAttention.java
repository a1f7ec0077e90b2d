package dev.sigma.engine.runner.reference;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.runner.KeyValueFormat;
import dev.sigma.engine.runner.RopeTable;
import dev.sigma.engine.runner.StepPlan;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Causal attention of one layer over paged K/V, with key and value heads of their own number and
 * width: "SIGMA: Differential Rescaling of Query, Key and Value", arXiv 2501.13629. Query head
 * {@code q} reads key head {@code q * keyHeads / queryHeads}, and a value head likewise.
 */
final class ReferenceAttention {

  private final AttentionShape shape;
  private final RopeTable rope;
  private final KeyValueFormat format;
  private final float[] keys; // [blocks, 16, keyHeads, keyDim]
  private final float[] values; // [blocks, 16, valueHeads, valueDim]

  ReferenceAttention(AttentionShape shape, RopeTable rope, KeyValueFormat format, int blocks) {
    this.shape = shape;
    this.rope = rope;
    this.format = format;
    int tokens = Math.multiplyExact(blocks, StepPlan.BLOCK_TOKENS);
    keys = new float[Math.multiplyExact(tokens, shape.keyWidth())];
    values = new float[Math.multiplyExact(tokens, shape.valueWidth())];
  }

  float[] keys() {
    return keys;
  }

  float[] values() {
    return values;
  }

  /** Turns every head of {@code x} by {@code position}: pairs are {@code (i, i + keyDim / 2)}. */
  void rotate(float[] x, int position) {
    int half = rope.half();
    for (int head = 0; head < x.length; head += 2 * half) {
      for (int i = 0; i < half; i++) {
        double cosine = rope.cosines()[position * half + i];
        double sine = rope.sines()[position * half + i];
        double a = x[head + i];
        double b = x[head + half + i];
        x[head + i] = (float) (a * cosine - b * sine);
        x[head + half + i] = (float) (b * cosine + a * sine);
      }
    }
  }

  /** Puts one token's K (turned) and V into its slot; both are rounded to the format in place. */
  void store(float[] key, float[] value, int slot) {
    format.round(key, shape.keyDim());
    format.round(value, shape.valueDim());
    System.arraycopy(key, 0, keys, slot * shape.keyWidth(), shape.keyWidth());
    System.arraycopy(value, 0, values, slot * shape.valueWidth(), shape.valueWidth());
  }

  /**
   * Attention of one row.
   *
   * @param query {@code [queryHeads, keyDim]}, turned
   * @param slots where each visible position lies, the row's own last
   * @return {@code [queryHeads, valueDim]}
   */
  float[] attend(float[] query, int[] slots) {
    float[] out = new float[shape.outputWidth()];
    for (int head = 0; head < shape.queryHeads(); head++) {
      float[] probabilities = probabilities(query, head, slots);
      int valueHead = head * shape.valueHeads() / shape.queryHeads();
      double[] sum = new double[shape.valueDim()];
      for (int position : fetched(probabilities)) {
        int at = slots[position] * shape.valueWidth() + valueHead * shape.valueDim();
        for (int i = 0; i < sum.length; i++) {
          sum[i] += (double) probabilities[position] * values[at + i];
        }
      }
      for (int i = 0; i < sum.length; i++) {
        out[head * shape.valueDim() + i] = (float) sum[i];
      }
    }
    return out;
  }

  /** Softmax over all visible positions. */
  private float[] probabilities(float[] query, int head, int[] slots) {
    int keyHead = head * shape.keyHeads() / shape.queryHeads();
    double[] scores = new double[slots.length];
    for (int p = 0; p < slots.length; p++) {
      int at = slots[p] * shape.keyWidth() + keyHead * shape.keyDim();
      scores[p] =
          ReferenceMath.dot(query, head * shape.keyDim(), keys, at, shape.keyDim())
              / Math.sqrt(shape.keyDim());
    }
    double top = Arrays.stream(scores).max().orElseThrow();
    double total = 0;
    for (int p = 0; p < scores.length; p++) {
      scores[p] = Math.exp(scores[p] - top);
      total += scores[p];
    }
    float[] probabilities = new float[scores.length];
    for (int p = 0; p < scores.length; p++) {
      probabilities[p] = (float) (scores[p] / total);
    }
    return probabilities;
  }

  /** Positions whose V is fetched: all, or those of the highest probabilities (ties: earlier). */
  private int[] fetched(float[] probabilities) {
    IntStream all = IntStream.range(0, probabilities.length);
    int keep = shape.selectiveValues();
    if (keep == 0 || keep >= probabilities.length) {
      return all.toArray();
    }
    return all.boxed()
        .sorted(
            Comparator.comparingDouble((Integer p) -> -probabilities[p]).thenComparingInt(p -> p))
        .limit(keep)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }
}
