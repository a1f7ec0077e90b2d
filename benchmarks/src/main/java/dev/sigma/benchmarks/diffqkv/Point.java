package dev.sigma.benchmarks.diffqkv;

/**
 * A variant's time at a context.
 *
 * @param context tokens
 * @param milliseconds of a token
 */
public record Point(int context, double milliseconds) {

  /** A context as people write it: 512, 1k, 2k, ... */
  public static String label(int context) {
    return context < 1024 ? Integer.toString(context) : context / 1024 + "k";
  }
}
