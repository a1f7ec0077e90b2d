package dev.sigma.engine.runner;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A token sequence with its block table, fed to a runner piece by piece; keeps every row's logits.
 */
public final class Text {

  private final int[] tokens;
  private final int[] table;
  private final float[][] logits;
  private int fed;

  public Text(int[] tokens, int[] table) {
    this.tokens = tokens;
    this.table = table;
    logits = new float[tokens.length][];
  }

  public static int[] randomTokens(SplittableRandom random, int count, int vocabulary) {
    return random.ints(count, 0, vocabulary).toArray();
  }

  int left() {
    return tokens.length - fed;
  }

  /** Adds the next {@code count} tokens to a step. */
  void plan(StepPlan step, int count) {
    step.add(tokens, fed, count, fed, table, table.length, StepPlan.Logits.ALL);
  }

  /** Takes the logits of the tokens just run, which stand at {@code row} of the step's. */
  void take(FloatBuffer all, int row, int count, int vocabulary) {
    for (int i = 0; i < count; i++) {
      logits[fed + i] = new float[vocabulary];
      all.get((row + i) * vocabulary, logits[fed + i]);
    }
    fed += count;
  }

  /** Runs the rest in chunks of these sizes, the last of them again and again. */
  public float[][] run(ModelRunner runner, int... chunks) {
    int vocabulary = runner.config().vocabulary();
    StepPlan step = new StepPlan(runner.limits());
    FloatBuffer all = FloatBuffer.allocate(runner.limits().logitsRows() * vocabulary);
    for (int i = 0; left() > 0; i++) {
      int count = Math.min(left(), chunks[Math.min(i, chunks.length - 1)]);
      step.clear();
      plan(step, count);
      runner.run(step, all);
      take(all, 0, count, vocabulary);
    }
    return logits;
  }

  float[][] logits() {
    return Arrays.copyOf(logits, logits.length);
  }
}
