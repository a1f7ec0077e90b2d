package dev.sigma.benchmarks.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What confidences are worth: a map from them to probabilities of being right, and a threshold
 * above which answers are right often enough.
 *
 * <p>The map is the isotonic regression of right (1) and wrong (0) on the confidence, by pooling
 * adjacent violators (Ayer et al., 1955): steps that never go down.
 *
 * @param threshold the least confidence at which an answer is given; empty where no threshold is
 *     good enough
 * @param steps in the order of their confidence, none where nothing was sampled
 */
public record Calibration(OptionalDouble threshold, List<Step> steps) {
  private static final int BINS = 10;

  public Calibration {
    steps = List.copyOf(steps);
  }

  /**
   * An answer and how it turned out.
   *
   * @param confidence 0 to 1
   */
  public record Sample(double confidence, boolean right) {}

  /**
   * From a confidence on, up to that of the next step, so many answers are right.
   *
   * @param probability 0 to 1
   */
  public record Step(double from, double probability) {}

  /** Samples that are pooled. */
  private record Block(double from, double right, int n) {
    double mean() {
      return right / n;
    }

    Block with(Block other) {
      return new Block(from, right + other.right, n + other.n);
    }
  }

  /**
   * Fits both to samples.
   *
   * @param precision how many of the answers at or above the threshold have to be right, 0 to 1,
   *     also where these samples were lucky: by the lower end of Wilson's interval of one standard
   *     error
   */
  public static Calibration fit(List<Sample> samples, double precision) {
    List<Block> equals = equals(samples);
    return new Calibration(threshold(equals, precision), isotonic(equals));
  }

  /** One block for each confidence, in their order. */
  private static List<Block> equals(List<Sample> samples) {
    List<Block> blocks = new ArrayList<>();
    for (Sample sample :
        samples.stream().sorted(Comparator.comparingDouble(Sample::confidence)).toList()) {
      Block one = new Block(sample.confidence(), sample.right() ? 1 : 0, 1);
      boolean same = !blocks.isEmpty() && blocks.getLast().from() == one.from();
      blocks.add(same ? blocks.removeLast().with(one) : one);
    }
    return blocks;
  }

  /** The lowest that is good enough: it answers the most. */
  private static OptionalDouble threshold(List<Block> equals, double precision) {
    OptionalDouble threshold = OptionalDouble.empty();
    double right = 0;
    int n = 0;
    for (Block block : equals.reversed()) {
      right += block.right();
      n += block.n();
      if (atLeast(right, n) >= precision) {
        threshold = OptionalDouble.of(block.from());
      }
    }
    return threshold;
  }

  /** Wilson's lower bound of a share, one standard error down. */
  private static double atLeast(double right, int n) {
    double share = right / n;
    return (share + 0.5 / n - Math.sqrt(share * (1 - share) / n + 0.25 / n / n)) / (1 + 1.0 / n);
  }

  private static List<Step> isotonic(List<Block> equals) {
    List<Block> pooled = new ArrayList<>();
    for (Block next : equals) {
      Block block = next;
      while (!pooled.isEmpty() && pooled.getLast().mean() >= block.mean()) {
        block = pooled.removeLast().with(block);
      }
      pooled.add(block);
    }
    return pooled.stream().map(block -> new Step(block.from(), block.mean())).toList();
  }

  /**
   * The probability that an answer of that confidence is right; of none sampled, the confidence.
   */
  public double probability(double confidence) {
    double probability = steps.isEmpty() ? confidence : steps.getFirst().probability();
    for (Step step : steps) {
      if (step.from() <= confidence) {
        probability = step.probability();
      }
    }
    return probability;
  }

  /** Whether an answer of that confidence is given. */
  public boolean answers(double confidence) {
    return threshold.isPresent() && confidence >= threshold.getAsDouble();
  }

  /** The same samples, with probabilities for confidences. */
  public List<Sample> mapped(List<Sample> samples) {
    return samples.stream()
        .sorted(Comparator.comparingDouble(Sample::confidence))
        .map(sample -> new Sample(probability(sample.confidence()), sample.right()))
        .toList();
  }

  /**
   * The expected calibration error: how far mean confidence and share of right answers lie apart,
   * in ten bins of as many samples each, from the least to the most confident.
   *
   * @return 0 to 1; 0 of no samples
   */
  public static double error(List<Sample> samples) {
    List<Sample> sorted =
        samples.stream().sorted(Comparator.comparingDouble(Sample::confidence)).toList();
    int n = sorted.size();
    double apart = 0;
    for (int bin = 0; bin < BINS; bin++) {
      double sum = 0;
      for (Sample sample : sorted.subList(bin * n / BINS, (bin + 1) * n / BINS)) {
        sum += sample.confidence() - (sample.right() ? 1 : 0);
      }
      apart += Math.abs(sum);
    }
    return n == 0 ? 0 : apart / n;
  }
}
