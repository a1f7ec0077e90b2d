package dev.sigma.benchmarks.cpu;

import java.util.List;

/**
 * What steps took on average.
 *
 * @param stepMicros from one step's tokens to the next one's
 * @param javaMicros those of them outside of the driver and the device
 * @param bytes allocated by the engine's thread
 */
record StepCost(double stepMicros, double javaMicros, double bytes) {

  static StepCost of(long steps, long nanos, long deviceNanos, long allocated) {
    return new StepCost(
        nanos / 1e3 / steps, (nanos - deviceNanos) / 1e3 / steps, (double) allocated / steps);
  }

  /** As it travels between processes. */
  List<Double> values() {
    return List.of(stepMicros, javaMicros, bytes);
  }

  static StepCost of(List<Double> values) {
    return new StepCost(values.get(0), values.get(1), values.get(2));
  }

  double javaShare() {
    return javaMicros / stepMicros;
  }
}
