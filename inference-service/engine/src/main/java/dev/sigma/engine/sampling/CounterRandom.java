package dev.sigma.engine.sampling;

/**
 * Counter-based random numbers: the number at a position depends on {@code (seed, position)} alone,
 * so that a continuation elsewhere draws the same. It is SplitMix64 (Steele, Lea, Flood, "Fast
 * splittable pseudorandom number generators", 2014) started from the mixed seed and entered at the
 * position:
 *
 * <pre>
 * bits = mix(mix(seed + G) + G * position),  G = 0x9E3779B97F4A7C15
 * mix(z): z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9; z = (z ^ z >>> 27) * 0x94D049BB133111EB; z ^ z >>> 31
 * </pre>
 *
 * <p>Mixing the seed first keeps neighbouring seeds from walking the same path one step apart.
 */
final class CounterRandom {

  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private CounterRandom() {}

  /** Uniform in [0, 1), a multiple of 2^-53. */
  static double uniform(long seed, long position) {
    return (bits(seed, position) >>> 11) * 0x1p-53;
  }

  /** 64 uniform bits. */
  static long bits(long seed, long position) {
    return mix(mix(seed + GAMMA) + GAMMA * position);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
