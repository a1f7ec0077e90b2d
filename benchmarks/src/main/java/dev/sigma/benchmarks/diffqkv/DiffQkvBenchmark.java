package dev.sigma.benchmarks.diffqkv;

import java.io.PrintStream;

/**
 * {@code ./sigma bench diffqkv}: one variant's model at a time, for memory's sake, at all contexts.
 * Then all variants once more, so that a reader sees how steady the machine was.
 */
public final class DiffQkvBenchmark {

  private final DiffQkvSettings settings;
  private final PrintStream progress;
  private String runner = "";

  /**
   * @param progress is told what goes on
   */
  public DiffQkvBenchmark(DiffQkvSettings settings, PrintStream progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** Runs all that was asked for. */
  public Timings run() {
    Timings timings = Timings.empty(settings.layers());
    progress.println(
        "%d of SIGMA-1.5B's %d layers".formatted(settings.layers(), Timings.ALL_LAYERS));
    for (int pass = 1; pass <= settings.passes(); pass++) {
      for (Variant variant : Variant.values()) {
        progress.println("pass %d of %d: %s".formatted(pass, settings.passes(), variant.label()));
        measure(variant, timings);
      }
    }
    return timings;
  }

  /** What the runner says of itself. */
  public String runner() {
    return runner;
  }

  private void measure(Variant variant, Timings timings) {
    RandomDecoder decoder =
        RandomDecoder.of(variant.shape(), settings.layers(), settings.contexts().getLast());
    try (DecodeTimer timer = DecodeTimer.open(decoder, settings.kernelCache())) {
      runner = timer.description();
      for (int context : settings.contexts()) {
        timings.add(variant, context, decoder.bytesRead(context), timer.milliseconds(context));
      }
    }
  }
}
