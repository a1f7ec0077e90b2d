package dev.sigma.benchmarks.cpu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/** What the machine itself can do, measured in the same run with all cores. */
final class MachineSpeed {

  private static final int ROUNDS = 9;

  /**
   * Operations with int8 operands that a core of the AVX-512 VNNI kind starts in a cycle: two units
   * of 64 products and sums.
   */
  private static final int INT8_OPERATIONS = 256;

  /** A shift, an exclusive or and a multiplication that wait for one another: 1 + 1 + 3. */
  private static final int CHAIN_CYCLES = 5;

  private static final int CHAIN = 50_000_000;
  private static final long MULTIPLIER = 6364136223846793005L;

  private MachineSpeed() {}

  /** Bytes a second that are read where {@code bytes} are read over and over: caches count. */
  static double readBandwidth(long bytes) throws InterruptedException {
    return bytes / best(core -> sum(array(bytes)));
  }

  /** Bytes a second that copying {@code bytes} reads and writes together. */
  static double copyBandwidth(long bytes) throws InterruptedException {
    return 2
        * bytes
        / best(
            core -> {
              long[] from = array(bytes);
              long[] to = new long[from.length];
              return () -> {
                System.arraycopy(from, 0, to, 0, from.length);
                return to[0];
              };
            });
  }

  /** Operations a second, calculated from the clock; 0 on a processor without AVX-512 VNNI. */
  static double int8Peak(String cpuFlags) throws InterruptedException {
    if (!cpuFlags.contains("avx512_vnni")) {
      return 0;
    }
    double clock = (double) CHAIN_CYCLES * CHAIN / best(core -> () -> chain(core + 1));
    return clock * INT8_OPERATIONS * cores();
  }

  /** Four places are read in turn: one alone reaches two thirds of what the memory gives. */
  private static LongSupplier sum(long[] values) {
    int quarter = values.length / 4;
    return () -> {
      long a = 0;
      long b = 0;
      long c = 0;
      long d = 0;
      for (int i = 0; i < quarter; i++) {
        a += values[i];
        b += values[i + quarter];
        c += values[i + 2 * quarter];
        d += values[i + 3 * quarter];
      }
      return a + b + c + d;
    };
  }

  private static long chain(long value) {
    for (int i = 0; i < CHAIN; i++) {
      value = (value ^ value >>> 7) * MULTIPLIER;
    }
    return value;
  }

  /** One core's share of {@code bytes}. */
  private static long[] array(long bytes) {
    long[] values = new long[Math.toIntExact(bytes / Long.BYTES / cores())];
    Arrays.fill(values, 1);
    return values;
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  private interface Task {
    /** Prepares the part of one core. */
    LongSupplier prepare(int core);
  }

  /** Seconds in which all cores do their parts together, the best of several rounds. */
  private static double best(Task task) throws InterruptedException {
    List<Callable<Long>> parts = new ArrayList<>();
    for (int core = 0; core < cores(); core++) {
      LongSupplier part = task.prepare(core);
      parts.add(part::getAsLong);
    }
    double best = Double.MAX_VALUE;
    try (ExecutorService threads = Executors.newFixedThreadPool(parts.size())) {
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        for (Future<Long> part : threads.invokeAll(parts)) {
          part.get();
        }
        best = Math.min(best, (System.nanoTime() - start) / 1e9);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return best;
  }
}
