package dev.sigma.benchmarks;

import dev.sigma.benchmarks.Expectation.Pair;
import dev.sigma.benchmarks.score.CommandText;
import dev.sigma.benchmarks.score.Nlc2cmd;
import dev.sigma.benchmarks.score.Nlc2cmd.Candidate;
import dev.sigma.benchmarks.score.SlotCopy;
import dev.sigma.commands.forms.CommandForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** How far commands agree with those of pairs. */
final class PairMetrics {
  /** With the command itself these are the five that NLC2CMD takes. */
  static final int ALTERNATIVES = 4;

  /** Each alternative counts so much less than the one before it. */
  private static final double CONFIDENCE_STEP = 0.1;

  private PairMetrics() {}

  static List<Measurement> of(List<Prediction> predictions) {
    List<Measurement> figures = new ArrayList<>();
    figures.add(rate("utility", predictions, PairMetrics::sameUtility));
    figures.add(rate("template", predictions, PairMetrics::sameTemplate));
    figures.add(rate("exact", predictions, (c, gold) -> c.strip().equals(gold.strip())));
    figures.add(Rate.right("exact_normalised", predictions));
    figures.add(nlc2cmd("nlc2cmd_top1", predictions, PairMetrics::first));
    if (predictions.stream().anyMatch(p -> !p.answer().alternatives().isEmpty())) {
      figures.add(nlc2cmd("nlc2cmd_best5", predictions, PairMetrics::all));
    }
    figures.add(Rate.of("parse_rate", predictions, p -> CommandForms.isReadable(p.command())));
    figures.add(slotCopy(predictions));
    return figures;
  }

  private static boolean sameUtility(String command, String gold) {
    return CommandText.utility(command).equals(CommandText.utility(gold));
  }

  private static boolean sameTemplate(String command, String gold) {
    return CommandForms.template(gold).isPresent()
        && CommandForms.template(gold).equals(CommandForms.template(command));
  }

  /** The share whose command agrees with any of its golds; one that is missing never does. */
  private static Measurement rate(
      String metric, List<Prediction> predictions, BiPredicate<String, String> agree) {
    return Rate.of(
        metric,
        predictions,
        p ->
            !p.command().isBlank()
                && golds(p).stream().anyMatch(gold -> agree.test(p.command(), gold)));
  }

  private static List<Candidate> first(Prediction prediction) {
    return List.of(new Candidate(prediction.command(), 1));
  }

  /** By rank: systems differ in what their own probabilities mean, and many tell none. */
  private static List<Candidate> all(Prediction prediction) {
    List<Candidate> candidates = new ArrayList<>(first(prediction));
    for (String other : prediction.answer().alternatives()) {
      candidates.add(new Candidate(other, 1 - CONFIDENCE_STEP * candidates.size()));
    }
    return candidates;
  }

  private static Measurement nlc2cmd(
      String metric, List<Prediction> predictions, Function<Prediction, List<Candidate>> proposed) {
    double[] scores =
        predictions.stream()
            .map(p -> Nlc2cmd.score(proposed.apply(p), golds(p)))
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    double sum = 0;
    double least = 0;
    double most = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += scores[i];
      least = i == 0 ? scores[i] : Math.min(least, scores[i]);
      most = i == 0 ? scores[i] : Math.max(most, scores[i]);
    }
    double mean = scores.length == 0 ? 0 : sum / scores.length;
    return new Measurement(
        "eval",
        metric,
        mean,
        "score",
        scores.length,
        least,
        most,
        Map.of("without_readable_reference", predictions.size() - scores.length));
  }

  /** Of all slots together: a request with three weighs three times as much as one with one. */
  private static Measurement slotCopy(List<Prediction> predictions) {
    List<SlotCopy.Count> counts =
        predictions.stream()
            .map(p -> SlotCopy.of(p.asked().request(), golds(p), p.command()))
            .toList();
    int copied = counts.stream().mapToInt(SlotCopy.Count::copied).sum();
    int slots = counts.stream().mapToInt(SlotCopy.Count::slots).sum();
    return Rate.of("slot_copy", copied, slots);
  }

  private static List<String> golds(Prediction prediction) {
    return prediction.asked().expectation() instanceof Pair(var golds) ? golds : List.of();
  }
}
