package dev.sigma.benchmarks.cpu;

import java.util.List;

/** A contender and each way to run it. */
record Ways(String name, List<Side> sides) {

  /** What it says of itself. */
  String description() {
    return sides.getFirst().peer().description();
  }

  String metricName() {
    return metricName(name);
  }

  /** A contender's name as metrics have it. */
  static String metricName(String contender) {
    return contender.replace(".", "");
  }
}
