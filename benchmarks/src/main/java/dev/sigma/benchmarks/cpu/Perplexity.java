package dev.sigma.benchmarks.cpu;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether contenders compute the same: what each makes of the same random text. */
final class Perplexity {

  private static final int TOKENS = 256;

  /** So many are compared with the reference, which is slow. */
  private static final int REFERENCE_TOKENS = 64;

  private static final long SEED = 2;

  private Perplexity() {}

  /**
   * Scores the text.
   *
   * @param contenders who reads it
   * @param reference reads its beginning; empty: the first contender stands in for it
   */
  static List<CpuFigure> of(ModelShape shape, List<Ways> contenders, List<PeerProcess> reference)
      throws IOException {
    int[] text = Workload.text(shape, TOKENS + 1, SEED);
    List<Double> truth = List.of();
    if (!reference.isEmpty()) {
      truth = score(reference.getFirst(), Workload.text(shape, REFERENCE_TOKENS + 1, SEED));
    }
    List<CpuFigure> figures = new ArrayList<>();
    for (Ways contender : contenders) {
      List<Double> surprises = score(contender.sides().getFirst().peer(), text);
      truth = truth.isEmpty() ? surprises : truth;
      Map<String, Object> detail = new TreeMap<>();
      detail.put("tokens", surprises.size());
      String against = reference.isEmpty() ? contenders.getFirst().name() : "reference";
      detail.put("nats_from_" + against, meanDifference(truth, surprises));
      figures.add(
          new CpuFigure(
              "perplexity_%s_%s".formatted(contender.metricName(), shape.name()),
              Math.exp(surprises.stream().mapToDouble(d -> d).average().orElseThrow()),
              "",
              detail));
    }
    return figures;
  }

  private static List<Double> score(PeerProcess peer, int[] text) throws IOException {
    return peer.ask(new PeerRequest(PeerRequest.Action.SCORE, new int[][] {text}, 0, 1)).values();
  }

  /** Over as many tokens as {@code truth} has, how far apart they are on average. */
  static double meanDifference(List<Double> truth, List<Double> values) {
    double sum = 0;
    for (int i = 0; i < truth.size(); i++) {
      sum += Math.abs(truth.get(i) - values.get(i));
    }
    return sum / truth.size();
  }
}
