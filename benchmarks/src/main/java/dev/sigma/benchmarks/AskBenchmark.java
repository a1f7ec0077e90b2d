package dev.sigma.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Latency of one request at a time, as a caller sees it.
 *
 * <p>Plain answers and streams are asked in two passes. The second names another operating system,
 * which stands at the start of the prompt: otherwise it would find its whole prompt cached by the
 * first, and the time to the first token would be flattered.
 */
final class AskBenchmark {
  private static final String NAME = "ask";
  private static final String OTHER_OS = "debian";
  private static final List<String> WARM_UP =
      List.of("show the date", "print the working directory", "show who is logged in");

  private final Gateway gateway;
  private final List<String> requests;
  private final int rounds;

  AskBenchmark(Gateway gateway, List<String> requests, int rounds) {
    this.gateway = gateway;
    this.requests = requests;
    this.rounds = rounds;
  }

  void run(Report report) throws IOException, InterruptedException {
    for (String request : WARM_UP) {
      gateway.ask(request);
      gateway.stream(request, OTHER_OS);
    }
    List<Double> whole = new ArrayList<>();
    List<Double> tokens = new ArrayList<>();
    Map<String, Object> detail = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (String request : requests) {
        long start = System.nanoTime();
        JsonNode answer = gateway.ask(request);
        whole.add(Gateway.secondsSince(start));
        tokens.add(answer.at("/usage/completion_tokens").asDouble(0));
        detail.put("model", answer.path("model").asString(""));
        detail.put("system_fingerprint", answer.path("system_fingerprint").asString(""));
      }
    }
    List<Double> first = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      for (String request : requests) {
        first.add(gateway.stream(request, OTHER_OS).firstToken());
      }
    }
    detail.put("rounds", rounds);
    detail.put("processors", Runtime.getRuntime().availableProcessors());
    report(report, "ask_seconds", whole, "s", detail);
    report(report, "ask_first_token_seconds", first, "s", detail);
    report(report, "ask_completion_tokens", tokens, "tokens", Map.of());
  }

  private static void report(
      Report report, String metric, List<Double> samples, String unit, Map<String, Object> detail) {
    double[] values = samples.stream().mapToDouble(Double::doubleValue).toArray();
    for (int p : new int[] {50, 95}) {
      report.add(Measurement.percentile(NAME, metric + "_p" + p, values, p, unit, detail));
    }
  }
}
