package dev.sigma.benchmarks.cpu;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What exact numerics cost: the time that the same kernels take with them and without, in turns.
 */
final class ExactCost {

  private static final int STREAMS = 16;

  private ExactCost() {}

  /** The largest over decoding, prompts and 16 streams, each the median of pairs; 0 is nothing. */
  static CpuFigure measure(CpuSettings settings, ModelShape shape)
      throws IOException, InterruptedException {
    Map<String, Object> detail = new TreeMap<>();
    double most = Double.NEGATIVE_INFINITY;
    try (PeerProcess exact = PeerProcess.ofThisEngine(settings, shape, "sigma", "numerics-exact");
        PeerProcess fast =
            PeerProcess.ofThisEngine(settings, shape, "sigma-fast", "numerics-fast")) {
      List<Ways> both =
          List.of(
              new Ways("fast", List.of(new Side(fast, 0))),
              new Ways("exact", List.of(new Side(exact, 0))));
      List<Workload> workloads =
          List.of(
              Workload.decode(shape), Workload.prefill(shape), Workload.throughput(shape, STREAMS));
      for (Workload workload : workloads) {
        List<Rates> rates = Duel.run(workload, both, settings.pairs());
        double cost = Rates.median(rates.getFirst().over(rates.getLast())) - 1;
        detail.put(workload.name(), cost);
        most = Math.max(most, cost);
      }
    }
    return new CpuFigure("exact_vs_fast_cost", most, "ratio", detail);
  }
}
