package dev.sigma.benchmarks.jmh;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** {@code ./sigma bench jmh}: JMH with its own options, then rates of the kernels that ran. */
public final class JmhBenchmark {

  private JmhBenchmark() {}

  /**
   * Runs what the arguments choose.
   *
   * @throws IllegalArgumentException for options that JMH refuses
   * @throws IllegalStateException where a benchmark fails
   */
  public static void run(List<String> arguments, PrintStream out) {
    try {
      CommandLineOptions options = new CommandLineOptions(arguments.toArray(String[]::new));
      if (options.shouldHelp()) {
        options.showHelp();
      } else if (options.shouldList()) {
        new Runner(options).list();
      } else {
        printRates(new Runner(options).run(), out);
      }
    } catch (CommandLineOptionException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RunnerException e) {
      throw new IllegalStateException("bench jmh: " + e.getMessage(), e);
    }
  }

  private static void printRates(Collection<RunResult> results, PrintStream out) {
    for (RunResult result : results) {
      BenchmarkParams run = result.getParams();
      double time = result.getPrimaryResult().getScore();
      double seconds = time * run.getTimeUnit().toNanos(1) / TimeUnit.SECONDS.toNanos(1);
      Work.of(run.getBenchmark(), run::getParam)
          .ifPresent(work -> out.println(line(name(run), work, seconds)));
    }
  }

  private static String name(BenchmarkParams run) {
    StringBuilder name =
        new StringBuilder(run.getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)", "$1"));
    for (String key : run.getParamsKeys()) {
      name.append(' ').append(run.getParam(key));
    }
    return name.toString();
  }

  /** Bytes, and operations where there are any that matter. */
  static String line(String name, Work work, double seconds) {
    String bytes =
        String.format(
            Locale.ROOT,
            "%-50s %9.2f us %8.2f GB/s",
            name,
            1e6 * seconds,
            work.gigabytesPerSecond(seconds));
    return work.operations() == 0
        ? bytes
        : bytes + String.format(Locale.ROOT, " %8.1f Gop/s", work.gigaOperationsPerSecond(seconds));
  }
}
