package dev.sigma.gateway.digest;

import java.util.Set;

/** Cells that hold nothing, as tools write it. */
final class Cells {

  private static final Set<String> MISSING =
      Set.of(
          "",
          "(null)",
          "-",
          "--",
          "<invalid>",
          "<none>",
          "<pending>",
          "<unknown>",
          "<unset>",
          "?",
          "N/A",
          "NULL",
          "None",
          "[N/A]",
          "[Not Supported]",
          "n/a",
          "none");

  private Cells() {}

  static boolean isMissing(String cell) {
    return MISSING.contains(cell);
  }
}
