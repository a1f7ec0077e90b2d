package dev.sigma.engine;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What code allocates on the thread that runs it. */
public final class Allocations {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 60;
  private static final int CALLS = 50;

  private Allocations() {}

  /**
   * Bytes of 50 calls: the least of many rounds, since code that is not compiled yet boxes what it
   * hands to method handles. Ends with the first round that allocates nothing.
   */
  public static long bytes(Runnable code) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && least > 0; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int call = 0; call < CALLS; call++) {
        code.run();
      }
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
