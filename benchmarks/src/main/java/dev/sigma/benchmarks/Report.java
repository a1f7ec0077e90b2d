package dev.sigma.benchmarks;

import java.io.PrintStream;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** Writes measurements: one JSON object a line for programs, one aligned line each for people. */
final class Report {
  private final PrintStream out;
  private final boolean json;
  private final JsonMapper mapper = JsonMapper.shared();

  Report(PrintStream out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void add(Measurement m) {
    if (json) {
      out.println(mapper.writeValueAsString(m));
      return;
    }
    String range =
        m.n() > 1
            ? String.format(Locale.ROOT, "  (n %d, %.3f to %.3f)", m.n(), m.min(), m.max())
            : "";
    String detail = m.detail().isEmpty() ? "" : "  " + m.detail();
    out.printf(
        Locale.ROOT,
        "%-6s %-32s %10.3f %s%s%s%n",
        m.bench(),
        m.metric(),
        m.value(),
        m.unit(),
        range,
        detail);
  }
}
