package dev.sigma.gateway.digest;

import java.util.Optional;
import java.util.Set;

/** Units of sizes: K, Ki and KiB are 1024 bytes, kB and KB 1000. */
final class Bytes {

  private static final String POWERS = "KMGTP";
  private static final Set<String> SUFFIXES = Set.of("", "i", "B", "iB", "b");

  /** Where top, pm2 and lvs write small letters for sizes; elsewhere m also is minutes. */
  private static final Set<String> SMALL_LETTERS =
      Set.of(
          "VIRT", "RES", "SHR", "SWAP", "MEM", "MEMORY", "SIZE", "LSIZE", "PSIZE", "PFREE", "VSIZE",
          "VFREE");

  private Bytes() {}

  static Optional<Double> of(String unit, String head) {
    if (unit.equals("B") || (unit.equals("b") && head.equals("MEMORY"))) {
      return Optional.of(1.0);
    }
    char letter = unit.charAt(0);
    String suffix = unit.substring(1);
    if ("mgtp".indexOf(letter) >= 0
        && !(SMALL_LETTERS.contains(head) && (suffix.isEmpty() || suffix.equals("b")))) {
      return Optional.empty();
    }
    int power = POWERS.indexOf(letter >= 'a' && letter <= 'z' ? letter - ('a' - 'A') : letter) + 1;
    if (power == 0 || !SUFFIXES.contains(suffix)) {
      return Optional.empty();
    }
    double bytes = 1;
    for (int i = 0; i < power; i++) {
      bytes *= suffix.equals("B") ? 1000 : 1024;
    }
    return Optional.of(bytes);
  }
}
