package dev.sigma.benchmarks;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Many requests at once: how many are answered, how many politely refused, and whether anything is
 * left behind.
 *
 * <p>Every request ends as exactly one of answer, refusal (429) or error.
 */
final class LoadBenchmark {
  private static final String NAME = "load";
  private static final int SETTLE_MILLIS = 5000;
  private static final int POLL_MILLIS = 100;

  private final Gateway gateway;
  private final List<String> requests;
  private final int count;
  private final WorkerMetrics metrics;
  private final List<WatchedProcess> processes;

  LoadBenchmark(
      Gateway gateway,
      List<String> requests,
      int count,
      WorkerMetrics metrics,
      List<WatchedProcess> processes) {
    this.gateway = gateway;
    this.requests = requests;
    this.count = count;
    this.metrics = metrics;
    this.processes = processes;
  }

  void run(Report report) throws IOException, InterruptedException {
    gateway.ask(requests.getFirst());
    Map<WatchedProcess, Long> before = new TreeMap<>();
    for (WatchedProcess process : processes) {
      before.put(process, process.residentBytes());
    }

    long start = System.nanoTime();
    List<CompletableFuture<String>> outcomes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      outcomes.add(
          gateway
              .askAsync(requests.get(i % requests.size()))
              .handle(
                  (response, failure) ->
                      failure == null ? outcome(response) : failure.getClass().getSimpleName()));
    }
    Map<String, Integer> counts = new TreeMap<>();
    outcomes.forEach(outcome -> counts.merge(outcome.join(), 1, Integer::sum));
    final double seconds = Gateway.secondsSince(start);

    int answers = counts.getOrDefault("answer", 0);
    int refused = counts.getOrDefault("429", 0);
    counts.keySet().removeAll(List.of("answer", "429"));
    report.add(Measurement.once(NAME, "load_requests", count, "requests"));
    report.add(Measurement.once(NAME, "load_answers", answers, "requests"));
    report.add(Measurement.once(NAME, "load_refused_429", refused, "requests"));
    double errors = count - answers - refused;
    report.add(
        new Measurement(
            NAME, "load_errors", errors, "requests", 1, errors, errors, new TreeMap<>(counts)));
    report.add(Measurement.once(NAME, "load_seconds", seconds, "s"));
    if (metrics.isKnown()) {
      report.add(Measurement.once(NAME, "load_pending_after", pendingAfter(), "requests"));
    }
    for (Map.Entry<WatchedProcess, Long> entry : before.entrySet()) {
      String process = entry.getKey().name().replace('-', '_');
      report.add(memory(process + "_rss_before", entry.getValue()));
      report.add(memory(process + "_rss_after", entry.getKey().residentBytes()));
    }
  }

  private static Measurement memory(String metric, long bytes) {
    return Measurement.once(NAME, "load_" + metric, bytes / (1024.0 * 1024.0), "MiB");
  }

  private static String outcome(HttpResponse<String> response) {
    boolean answered = response.statusCode() == 200 && response.body().contains("\"command\"");
    return answered ? "answer" : Integer.toString(response.statusCode());
  }

  /**
   * What a worker still holds once all callers have their answers; it may take a moment to let go.
   */
  private double pendingAfter() throws IOException, InterruptedException {
    double pending = metrics.pending();
    for (int waited = 0; pending > 0 && waited < SETTLE_MILLIS; waited += POLL_MILLIS) {
      Thread.sleep(POLL_MILLIS);
      pending = metrics.pending();
    }
    return pending;
  }
}
