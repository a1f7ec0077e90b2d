package dev.sigma.engine.model;

/**
 * Frequencies of the rotary embedding (arXiv 2104.09864), half-split pairs as in Llama's Hugging
 * Face form.
 *
 * @param theta base of the frequencies
 * @param scaling how they are stretched for texts longer than those of the first training
 */
public record Rope(float theta, Scaling scaling) {

  public Rope {
    // Negated, so that NaN fails too.
    if (!(theta >= 1 && theta <= 1e12)) {
      throw new ModelFormatException("ropeTheta: %s (expected: 1 to 1e12)".formatted(theta));
    }
  }

  /** Frequencies as they were trained. */
  public static Rope unscaled(float theta) {
    return new Rope(theta, new Scaling.None());
  }

  /**
   * Radians a position that pair {@code i} of a head turns by.
   *
   * @param i 0 to {@code dim / 2 - 1}
   * @param dim width of a head
   */
  public double frequency(int i, int dim) {
    return scaling.scale(Math.pow(theta, -2.0 * i / dim));
  }

  /** What becomes of a frequency. */
  public sealed interface Scaling {

    /** Bound of factors. */
    double MOST = 1e6;

    double scale(double frequency);

    /** Nothing. */
    record None() implements Scaling {
      @Override
      public double scale(double frequency) {
        return frequency;
      }
    }

    /**
     * Positions closer together by one factor (arXiv 2306.15595).
     *
     * @param factor at least 1
     */
    record Linear(double factor) implements Scaling {
      public Linear {
        checkFactor(factor);
      }

      @Override
      public double scale(double frequency) {
        return frequency / factor;
      }
    }

    /**
     * Llama 3.1's: what turns slowly, fewer than {@code lowFactor} times in a text of the first
     * training, is divided by {@code factor}; what turns more than {@code highFactor} times stays;
     * what is between moves from one to the other.
     *
     * @param factor at least 1
     * @param lowFactor above 0
     * @param highFactor above {@code lowFactor}
     * @param originalPositions length of the first training's texts
     */
    record Llama3(double factor, double lowFactor, double highFactor, int originalPositions)
        implements Scaling {
      public Llama3 {
        checkFactor(factor);
        if (!(lowFactor > 0 && highFactor > lowFactor && highFactor <= MOST)) {
          throw new ModelFormatException(
              "low_freq_factor and high_freq_factor: %s and %s (expected: above 0, the second above the first)"
                  .formatted(lowFactor, highFactor));
        }
        if (originalPositions < 1) {
          throw new ModelFormatException(
              "original_max_position_embeddings: %d (expected: at least 1)"
                  .formatted(originalPositions));
        }
      }

      @Override
      public double scale(double frequency) {
        double turns = originalPositions * frequency / (2 * Math.PI);
        double kept = Math.clamp((turns - lowFactor) / (highFactor - lowFactor), 0, 1);
        return (1 - kept) * frequency / factor + kept * frequency;
      }
    }

    private static void checkFactor(double factor) {
      if (!(factor >= 1 && factor <= MOST)) {
        throw new ModelFormatException("factor: %s (expected: 1 to 1e6)".formatted(factor));
      }
    }
  }
}
