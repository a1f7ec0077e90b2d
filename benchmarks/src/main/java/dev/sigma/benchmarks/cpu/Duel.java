package dev.sigma.benchmarks.cpu;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Contenders at one workload, measured in turn (A B A B), so that what the machine does meanwhile
 * meets all of them. Each runs with the number of threads that was best for it in two trials.
 */
final class Duel {

  /** Machine code of a JVM gets better as it runs. */
  private static final double WARM_UP_SECONDS = 1;

  private static final int TRIALS = 2;

  /** What reaches less of the best so far is not tried again. */
  private static final double HOPELESS = 0.5;

  /** Thread pools that spin for a while are asleep after it. */
  private static final long PAUSE_MILLIS = 100;

  private Duel() {}

  /**
   * Runs one.
   *
   * @return what each of them reached, in the same order
   */
  static List<Rates> run(Workload workload, List<Ways> contenders, int pairs)
      throws IOException, InterruptedException {
    List<Side> sides = new ArrayList<>();
    List<Rates> all = new ArrayList<>();
    for (Ways contender : contenders) {
      Side side = best(contender.sides(), workload);
      sides.add(side);
      all.add(new Rates(contender.name(), side.threads(), new double[pairs]));
    }
    for (int pair = 0; pair < pairs; pair++) {
      for (int i = 0; i < sides.size(); i++) {
        Thread.sleep(PAUSE_MILLIS);
        all.get(i).values()[pair] = sides.get(i).rate(workload);
      }
    }
    return all;
  }

  private static Side best(List<Side> sides, Workload workload)
      throws IOException, InterruptedException {
    Side best = sides.getFirst();
    double most = 0;
    for (Side side : sides) {
      double rate = warmUp(side, workload.shortened());
      for (int i = 0; sides.size() > 1 && i < TRIALS && rate > most * HOPELESS; i++) {
        Thread.sleep(PAUSE_MILLIS);
        rate = Math.max(rate, side.rate(workload.shortened()));
      }
      if (rate > most) {
        most = rate;
        best = side;
      }
    }
    return best;
  }

  /** Returns the last rate. */
  private static double warmUp(Side side, Workload workload) throws IOException {
    double seconds = 0;
    double rate = 0;
    while (seconds < WARM_UP_SECONDS) {
      rate = side.rate(workload);
      seconds += workload.tokens() / rate;
    }
    return rate;
  }
}
