package dev.sigma.benchmarks.diffqkv;

/** Timings that nobody measured. */
public final class SomeTimings {

  private SomeTimings() {}

  /** Of 4 layers in two passes, each of them with one slow step; DiffQKV starts to win at 4,000. */
  public static Timings at(int... contexts) {
    Timings timings = Timings.empty(4);
    for (Variant variant : Variant.values()) {
      for (int context : contexts) {
        double thousands = context / 1000.0;
        double ms = variant == Variant.DIFFQKV ? 14 + thousands : 10 + 2 * thousands;
        timings.add(variant, context, 1_000_000L * context, new double[] {ms, 2 * ms, ms});
        timings.add(variant, context, 1_000_000L * context, new double[] {ms, ms, 3 * ms});
      }
    }
    return timings;
  }
}
