package dev.sigma.benchmarks;

import dev.sigma.benchmarks.diffqkv.Crossover;
import dev.sigma.benchmarks.diffqkv.Point;
import dev.sigma.benchmarks.diffqkv.Steps;
import dev.sigma.benchmarks.diffqkv.Timings;
import dev.sigma.benchmarks.diffqkv.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What decode steps of all variants come to. */
final class DiffQkvFigures {

  private static final String BENCH = "diffqkv";

  /** Contexts whose ratio is a metric. */
  private static final List<Integer> COMPARED = List.of(512, 2048, 8192, 32_768);

  private DiffQkvFigures() {}

  static List<Measurement> of(Timings timings) {
    List<Measurement> figures = new ArrayList<>();
    timings
        .steps()
        .forEach(
            (variant, byContext) ->
                byContext.forEach(
                    (context, steps) -> figures.add(time(timings, variant, context, steps))));
    List<Point> baseline = timings.curve(Variant.GQA_16);
    List<Point> diffQkv = timings.curve(Variant.DIFFQKV);
    for (int i = 0; i < baseline.size(); i++) {
      Point point = baseline.get(i);
      if (COMPARED.contains(point.context())) {
        figures.add(
            Measurement.once(
                BENCH,
                "diffqkv_vs_gqa16_" + Point.label(point.context()),
                point.milliseconds() / diffQkv.get(i).milliseconds(),
                "ratio"));
      }
    }
    Crossover.of(baseline, diffQkv)
        .ifPresent(
            crossover ->
                figures.add(
                    Measurement.once(BENCH, "crossover_tokens", crossover.tokens(), "tokens")));
    return figures;
  }

  private static Measurement time(Timings timings, Variant variant, int context, Steps steps) {
    Map<String, Object> detail = new TreeMap<>();
    detail.put("layers", timings.layers());
    detail.put(
        "ms_of_%d_layers".formatted(Timings.ALL_LAYERS),
        rounded(timings.ofAllLayers(steps.median())));
    detail.put("passes", steps.medians().stream().map(DiffQkvFigures::rounded).toList());
    detail.put("gb_per_s", rounded(steps.bytes() / steps.median() / 1e6));
    return Measurement.percentile(
        BENCH, variant.metric() + "_" + Point.label(context), steps.all(), 50, "ms", detail);
  }

  /** To thousandths: passes differ by more. */
  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
