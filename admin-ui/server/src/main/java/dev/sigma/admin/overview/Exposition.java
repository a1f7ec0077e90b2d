package dev.sigma.admin.overview;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads Prometheus's text format, version 0.0.4, strictly: one line that is wrong, and nothing of
 * the text is believed. A line is blank, a comment, or {@code name{label="value",...} value
 * [milliseconds]}.
 */
final class Exposition {

  private static final int MOST_SAMPLES = 1000;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]?Inf|NaN");
  private static final Pattern TIME = Pattern.compile("-?[0-9]{1,19}");

  private Exposition() {}

  /**
   * The samples whose metric is {@code wanted}, in the text's order.
   *
   * @throws ExpositionException with the number of the line that is wrong
   */
  static List<Sample> read(String text, Predicate<String> wanted) {
    List<Sample> samples = new ArrayList<>();
    Set<Map.Entry<String, Map<String, String>>> seen = new HashSet<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      try {
        String bare = line.strip();
        if (bare.isEmpty() || bare.startsWith("#")) {
          continue;
        }
        Sample sample = sample(bare);
        if (!wanted.test(sample.name())) {
          continue;
        }
        if (!seen.add(Map.entry(sample.name(), sample.labels()))) {
          throw new ExpositionException(sample.name() + " twice with the same labels");
        }
        samples.add(sample);
        if (samples.size() > MOST_SAMPLES) {
          throw new ExpositionException(
              "more samples than are shown (expected: at most %d)".formatted(MOST_SAMPLES));
        }
      } catch (ExpositionException e) {
        throw new ExpositionException("line %d: %s".formatted(number, e.getMessage()));
      }
    }
    return samples;
  }

  private static Sample sample(String line) {
    LineReader in = new LineReader(line);
    String name = in.name(true);
    Map<String, String> labels = in.at('{') ? in.labels() : Map.of();
    String[] rest = in.rest().strip().split("[ \t]+", -1);
    if (rest.length > 2
        || !NUMBER.matcher(rest[0]).matches()
        || (rest.length == 2 && !TIME.matcher(rest[1]).matches())) {
      throw new ExpositionException(name + " without a number (expected: a value after the name)");
    }
    return new Sample(name, labels, rest[0]);
  }
}
