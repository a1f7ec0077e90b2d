package dev.sigma.engine.runner.reference;

import dev.sigma.engine.model.WeightMatrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The building blocks of a decoder, each as its formula reads. Activations are f32; every sum runs
 * in double and is rounded once, so that what differs from it in another runner is that runner's
 * rounding.
 */
final class ReferenceMath {

  private ReferenceMath() {}

  /**
   * {@code y = W x} for every row of {@code x}: {@code [rows, w.columns]} to {@code [rows,
   * w.rows]}.
   */
  static float[][] linear(WeightMatrix w, float[][] x) {
    float[][] y = new float[x.length][w.rows()];
    IntStream.range(0, w.rows())
        .parallel()
        .forEach(
            out -> {
              float[] weights = new float[w.columns()];
              w.readRow(out, weights);
              for (int row = 0; row < x.length; row++) {
                y[row][out] = (float) dot(weights, 0, x[row], 0, weights.length);
              }
            });
    return y;
  }

  static double dot(float[] a, int aFrom, float[] b, int bFrom, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += (double) a[aFrom + i] * b[bFrom + i];
    }
    return sum;
  }

  /** {@code x / sqrt(mean(x^2) + epsilon) * weight}. */
  static float[] rmsNorm(float[] x, float[] weight, float epsilon) {
    double factor = 1 / Math.sqrt(dot(x, 0, x, 0, x.length) / x.length + epsilon);
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = (float) (x[i] * factor * weight[i]);
    }
    return y;
  }

  static float[][] rmsNorm(float[][] x, float[] weight, float epsilon) {
    float[][] y = new float[x.length][];
    for (int row = 0; row < x.length; row++) {
      y[row] = rmsNorm(x[row], weight, epsilon);
    }
    return y;
  }

  /** RMSNorm of every head of {@code x} in place, each as wide as the weight. */
  static void rmsNormHeads(float[] x, float[] weight, float epsilon) {
    for (int from = 0; from < x.length; from += weight.length) {
      float[] head = Arrays.copyOfRange(x, from, from + weight.length);
      System.arraycopy(rmsNorm(head, weight, epsilon), 0, x, from, weight.length);
    }
  }

  /** {@code x += bias} for every row. */
  static void addBias(float[][] x, float[] bias) {
    for (float[] row : x) {
      for (int i = 0; i < row.length; i++) {
        row[i] += bias[i];
      }
    }
  }

  /** {@code x * sigmoid(x)}. */
  static double silu(double x) {
    return x / (1 + Math.exp(-x));
  }

  /** {@code silu(gate) * up}, row by row. */
  static float[][] siluGate(float[][] gate, float[][] up) {
    float[][] y = new float[gate.length][];
    for (int row = 0; row < gate.length; row++) {
      y[row] = new float[gate[row].length];
      for (int i = 0; i < y[row].length; i++) {
        y[row][i] = (float) (silu(gate[row][i]) * up[row][i]);
      }
    }
    return y;
  }

  /** {@code to += what}, row by row. */
  static void add(float[][] to, float[][] what) {
    for (int row = 0; row < to.length; row++) {
      for (int i = 0; i < to[row].length; i++) {
        to[row][i] += what[row][i];
      }
    }
  }
}
