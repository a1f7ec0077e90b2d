package dev.sigma.engine.schedule;

/**
 * How many rows of prefill a step may hold beside rows that decode, so that the step takes at most
 * {@link #STRETCH} times as long as without them: those who read along wait hardly longer for their
 * next token, whatever comes in. Learnt from the newest steps, since it depends on the device, the
 * model and how long the contexts are. Never more than a quarter of the step.
 *
 * <p>It decides about time alone: in which steps a prompt is computed changes no answer.
 */
final class PrefillBudget {

  /** Below the factor of two that is promised, because steps vary. */
  static final double STRETCH = 1.7;

  /** While anything decodes, prefill has at most this part of a step's rows. */
  private static final int PART = 4;

  /** Weight of a new measurement. */
  private static final double NEWEST = 0.3;

  private final int most;

  /** Smoothed nanoseconds of steps that only decode, by their rows; 0: none seen. */
  private final double[] decodeNanos;

  /** Smoothed nanoseconds that a row of prefill adds; 0: none seen. */
  private double nanosPerRow;

  /**
   * @param rows rows of a step
   * @param mostDecoding rows that may decode at the same time
   */
  PrefillBudget(int rows, int mostDecoding) {
    most = Math.max(1, rows / PART);
    decodeNanos = new double[mostDecoding + 1];
  }

  /** Rows of prefill beside {@code decoding} rows, at least 1. */
  int rows(int decoding) {
    double alone = expectedNanos(decoding);
    if (alone == 0 || nanosPerRow == 0) {
      return most;
    }
    return (int) Math.clamp((STRETCH - 1) * alone / nanosPerRow, 1, most);
  }

  /** Takes note of how long a step took. */
  void ran(int decoding, int prefill, long nanos) {
    if (prefill == 0) {
      decodeNanos[decoding] = smoothed(decodeNanos[decoding], (double) nanos);
      return;
    }
    double alone = expectedNanos(decoding);
    if (decoding == 0 || alone > 0) {
      nanosPerRow = smoothed(nanosPerRow, Math.max(1, (nanos - alone) / prefill));
    }
  }

  /** Of a step that only decodes: as measured with the nearest number of rows. */
  private double expectedNanos(int decoding) {
    if (decoding == 0) {
      return 0;
    }
    for (int distance = 0; distance < decodeNanos.length; distance++) {
      if (decoding >= distance && decodeNanos[decoding - distance] > 0) {
        return decodeNanos[decoding - distance];
      }
      if (decoding + distance < decodeNanos.length && decodeNanos[decoding + distance] > 0) {
        return decodeNanos[decoding + distance];
      }
    }
    return 0;
  }

  private static double smoothed(double before, double now) {
    return before == 0 ? now : before + NEWEST * (now - before);
  }
}
