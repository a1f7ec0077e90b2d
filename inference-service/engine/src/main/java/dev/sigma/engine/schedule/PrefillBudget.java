package dev.sigma.engine.schedule;

/**
 * How many rows of prefill a step may hold beside rows that decode, so that the step takes at most
 * {@link #STRETCH} times as long as without them: those who read along wait hardly longer for their
 * next token, whatever comes in.
 *
 * <p>The time of whole steps decides, not a guess at what a row costs, which depends on the device,
 * the model and how long the contexts are: one row more after a step that was short enough, a fifth
 * fewer after one that was not. Every {@link #PROBE}th step goes without prefill, to know what it
 * takes alone while contexts grow. Never more than a quarter of the step.
 *
 * <p>It decides about time alone: in which steps a prompt is computed changes no answer.
 */
final class PrefillBudget {

  /** Below the factor of two that is promised, because steps vary. */
  static final double STRETCH = 1.7;

  /** Steps from one without prefill to the next. */
  static final int PROBE = 16;

  /** While anything decodes, prefill has at most this part of a step's rows. */
  private static final int PART = 4;

  /** What is left of the rows after a step that took too long. */
  private static final double BACK = 0.8;

  /** Weight of a new measurement. */
  private static final double NEWEST = 0.5;

  private final int most;

  /** Smoothed nanoseconds of steps that only decode, by their rows; 0: none seen. */
  private final double[] decodeNanos;

  private double rows = 1;
  private int sinceAlone;

  /**
   * @param rows rows of a step
   * @param mostDecoding rows that may decode at the same time
   */
  PrefillBudget(int rows, int mostDecoding) {
    most = Math.max(1, rows / PART);
    decodeNanos = new double[mostDecoding + 1];
  }

  /** Rows of prefill beside {@code decoding} rows, at least 1; 0: this step goes without. */
  int rows(int decoding) {
    return expectedNanos(decoding) == 0 || sinceAlone >= PROBE ? 0 : (int) rows;
  }

  /** Takes note of how long a step took. */
  void ran(int decoding, int prefill, long nanos) {
    if (decoding == 0) {
      return;
    }
    if (prefill == 0) {
      sinceAlone = 0;
      double before = decodeNanos[decoding];
      decodeNanos[decoding] = before == 0 ? nanos : before + NEWEST * (nanos - before);
      return;
    }
    sinceAlone++;
    if (nanos > STRETCH * expectedNanos(decoding)) {
      rows = Math.max(1, BACK * rows);
    } else if (prefill >= (int) rows) {
      rows = Math.min(most, rows + 1);
    }
  }

  /** Of a step that only decodes: as measured with the nearest number of rows. */
  private double expectedNanos(int decoding) {
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
}
