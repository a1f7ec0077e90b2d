package dev.sigma.benchmarks;

import dev.sigma.benchmarks.Prediction.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Shares as measurements. */
final class Rate {
  private Rate() {}

  /** How many of all are right; what could not be judged is not. */
  static Measurement right(String metric, List<Prediction> predictions) {
    Measurement rate = of(metric, predictions, Prediction::right);
    long open = predictions.stream().filter(p -> p.verdict() == Verdict.OPEN).count();
    return open == 0 ? rate : rate.with("not_judged", open);
  }

  /** The same of each file, as a metric that is named after the file and begins with a prefix. */
  static List<Measurement> rightByFile(String prefix, List<Prediction> predictions) {
    Map<String, List<Prediction>> groups = new LinkedHashMap<>();
    for (Prediction prediction : predictions) {
      groups
          .computeIfAbsent(prediction.item().group(), ignored -> new ArrayList<>())
          .add(prediction);
    }
    return groups.entrySet().stream()
        .map(group -> right(named(prefix, group.getKey()), group.getValue()))
        .toList();
  }

  private static String named(String prefix, String file) {
    String name = file.replaceAll("[^A-Za-z0-9]", "_");
    return name.startsWith(prefix) ? name : prefix + name;
  }

  static Measurement of(
      String metric, List<Prediction> predictions, Predicate<Prediction> counted) {
    return of(metric, predictions.stream().filter(counted).count(), predictions.size());
  }

  /** A share; 0 of nothing is 0, and {@code n} says so. */
  static Measurement of(String metric, long hits, int n) {
    double value = n == 0 ? 0 : (double) hits / n;
    return new Measurement(
        "eval",
        metric,
        value,
        "ratio",
        n,
        value,
        value,
        new TreeMap<>(Map.of("right", hits, "of", n)));
  }
}
