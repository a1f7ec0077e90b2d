package dev.sigma.gateway.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a model's confidences are worth: fitted to judged answers (docs/evaluation.md), kept in the
 * model's folder and told by the worker that serves it.
 *
 * @param points confidence and the probability that such an answer is right, both in 0 to 1 and
 *     never going down; straight lines lie between them
 * @param threshold confidence from which on an answer needs no question
 */
record Calibration(List<Point> points, double threshold) {

  /** How often answers of that confidence are right. */
  record Point(double confidence, double probability) {}

  /** As the worker tells it, if it can be read. */
  static Optional<Calibration> read(JsonNode calibration) {
    List<Point> points = new ArrayList<>();
    for (JsonNode point : calibration.path("points")) {
      points.add(new Point(point.path(0).asDouble(), point.path(1).asDouble()));
    }
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Calibration(List.copyOf(points), calibration.path("threshold").asDouble(1)));
  }

  /** The probability that an answer of this confidence is right. */
  double probability(double confidence) {
    Point below = points.getFirst();
    for (Point above : points) {
      if (above.confidence() > confidence) {
        double width = above.confidence() - below.confidence();
        double share = width > 0 ? Math.max(0, confidence - below.confidence()) / width : 0;
        return below.probability() + share * (above.probability() - below.probability());
      }
      below = above;
    }
    return below.probability();
  }

  boolean sure(double confidence) {
    return confidence >= threshold;
  }
}
