package dev.sigma.benchmarks.diffqkv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Steps by variant and context.
 *
 * @param layers that were measured
 */
public record Timings(int layers, Map<Variant, SortedMap<Integer, Steps>> steps) {

  /** Layers of SIGMA-1.5B. */
  public static final int ALL_LAYERS = 26;

  static Timings empty(int layers) {
    return new Timings(layers, new EnumMap<>(Variant.class));
  }

  void add(Variant variant, int context, long bytes, double[] milliseconds) {
    steps
        .computeIfAbsent(variant, ignored -> new TreeMap<>())
        .computeIfAbsent(context, ignored -> new Steps(bytes, new ArrayList<>()))
        .passes()
        .add(milliseconds);
  }

  /** Of the layers measured, by context; empty where the variant was not measured. */
  public List<Point> curve(Variant variant) {
    return steps.getOrDefault(variant, Collections.emptySortedMap()).entrySet().stream()
        .map(each -> new Point(each.getKey(), each.getValue().median()))
        .toList();
  }

  /** What time of the layers measured is of all layers, which are alike. */
  public double ofAllLayers(double milliseconds) {
    return milliseconds * ALL_LAYERS / layers;
  }
}
