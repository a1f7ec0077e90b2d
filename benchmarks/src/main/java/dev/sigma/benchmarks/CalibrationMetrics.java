package dev.sigma.benchmarks;

import dev.sigma.benchmarks.Prediction.Verdict;
import dev.sigma.benchmarks.score.Calibration;
import dev.sigma.benchmarks.score.Calibration.Sample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Fits what confidences are worth on one half of the items, and measures it on the other. */
final class CalibrationMetrics {
  private static final double PRECISION = 0.9;

  private CalibrationMetrics() {}

  /**
   * The threshold and the map, then the figures of the other half.
   *
   * @throws UsageException where no answer has a confidence
   */
  static List<Measurement> of(List<Prediction> predictions) {
    if (predictions.stream().noneMatch(p -> p.answer().confidence().isPresent())) {
      throw new UsageException("--calibration: no answer has a confidence (expected: a gateway's)");
    }
    List<Sample> fitted = new ArrayList<>();
    List<Sample> measured = new ArrayList<>();
    for (Prediction prediction : predictions) {
      if (prediction.verdict() != Verdict.OPEN) {
        (isFitted(prediction.item().request()) ? fitted : measured).add(sample(prediction));
      }
    }
    Calibration calibration = Calibration.fit(fitted, PRECISION);
    return figures(calibration, fitted.size(), measured);
  }

  private static List<Measurement> figures(
      Calibration calibration, int fitted, List<Sample> measured) {
    List<Sample> answered =
        measured.stream().filter(s -> calibration.answers(s.confidence())).toList();
    int right = (int) answered.stream().filter(Sample::right).count();
    int n = measured.size();
    double error = Calibration.error(calibration.mapped(measured));
    List<List<Double>> map =
        calibration.steps().stream().map(s -> List.of(s.from(), s.probability())).toList();
    List<Measurement> figures = new ArrayList<>();
    figures.add(
        figure("confidence_map", map.size(), "steps", fitted).with("from_and_probability", map));
    calibration
        .threshold()
        .ifPresent(t -> figures.add(figure("threshold", t, "confidence", fitted)));
    figures.add(
        figure("ece", error, "ratio", n).with("before_the_map", Calibration.error(measured)));
    // of no answers no share is right, and none is wrong: there is no such figure
    if (!answered.isEmpty()) {
      figures.add(Rate.of("precision_above_threshold", right, answered.size()));
    }
    figures.add(
        figure("answered_share", n == 0 ? 0 : (double) answered.size() / n, "ratio", n)
            .with("answered", answered.size()));
    return figures;
  }

  private static Measurement figure(String metric, double value, String unit, int n) {
    return new Measurement("eval", metric, value, unit, n, value, value, Map.of());
  }

  /** No answer is one without any confidence. */
  private static Sample sample(Prediction prediction) {
    return new Sample(prediction.answer().confidence().orElse(0), prediction.right());
  }

  /** By the opening request, so that a session stays together and a rerun splits alike. */
  static boolean isFitted(String request) {
    CRC32 hash = new CRC32();
    hash.update(request.getBytes(StandardCharsets.UTF_8));
    return (hash.getValue() & 1) == 0;
  }
}
