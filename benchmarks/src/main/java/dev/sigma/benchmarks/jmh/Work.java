package dev.sigma.benchmarks.jmh;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a call of a kernel's benchmark has to do at least, by the shapes of the 52M model.
 *
 * @param bytes of weights, K and V read, or of rows read and written
 * @param operations multiplications and additions; 0: bytes are what matters
 */
record Work(double bytes, double operations) {

  private static final double WEIGHTS = 2.0 * 1408 * 512;

  /** K or V of one position, f32. */
  private static final double KEY_BYTES = 4 * 64 * 4;

  /** The same in bytes with a scale for each head. */
  private static final double KEY_BYTES_INT8 = 4 * (64 + 4);

  private static final double HEAD_OPERATIONS = 2 * 2 * 64; // scores, then sums of values

  /** By a benchmark's name and parameters; empty: it is no kernel's. */
  static Optional<Work> of(String benchmark, UnaryOperator<String> parameter) {
    return switch (benchmark.substring(
        benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1)) {
      case "ProductBenchmark.gateAndUp" -> {
        double bits =
            Map.of("int8", 8.5, "int4", 4.5).getOrDefault(parameter.apply("weights"), 0.0);
        double rows = Double.parseDouble(parameter.apply("rows"));
        yield Optional.of(new Work(WEIGHTS * bits / 8, 2 * WEIGHTS * rows));
      }
      case "AttentionBenchmark.attention" -> attention(parameter);
      case "RowBenchmark.norm" -> rows(parameter, 2 * 512 * 4);
      case "RowBenchmark.rounding", "RowBenchmark.normAndRounding" ->
          rows(parameter, 512 * 4 + 512 + 512.0 / 32 * 8);
      case "RowBenchmark.ropeAndStore" -> rows(parameter, 2 * (512 + 256 + 256) * 4);
      default -> Optional.empty();
    };
  }

  private static Optional<Work> attention(UnaryOperator<String> parameter) {
    String[] parts = parameter.apply("rowsAndContext").split(":", -1);
    double tokenBytes = parameter.apply("pages").equals("INT8") ? KEY_BYTES_INT8 : KEY_BYTES;
    double rows = Double.parseDouble(parts[0]);
    double context = Double.parseDouble(parts[1]);
    double pairs = rows * context - rows * (rows - 1) / 2; // of rows and positions that they see
    return Optional.of(new Work(2 * context * tokenBytes, 8 * pairs * HEAD_OPERATIONS));
  }

  private static Optional<Work> rows(UnaryOperator<String> parameter, double bytes) {
    return Optional.of(new Work(Double.parseDouble(parameter.apply("rows")) * bytes, 0));
  }

  double gigabytesPerSecond(double seconds) {
    return bytes / seconds / 1e9;
  }

  double gigaOperationsPerSecond(double seconds) {
    return operations / seconds / 1e9;
  }
}
