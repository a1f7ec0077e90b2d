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

  private static final int WARM_UP_RUNS = 2;
  private static final int TRIALS = 2;

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
      warmUp(side, workload);
      for (int i = 0; sides.size() > 1 && i < TRIALS; i++) {
        Thread.sleep(PAUSE_MILLIS);
        double rate = side.rate(workload);
        if (rate > most) {
          most = rate;
          best = side;
        }
      }
    }
    return best;
  }

  private static void warmUp(Side side, Workload workload) throws IOException {
    double seconds = 0;
    for (int i = 0; i < WARM_UP_RUNS || seconds < WARM_UP_SECONDS; i++) {
      seconds += workload.tokens() / side.rate(workload);
    }
  }
}
