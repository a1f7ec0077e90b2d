package dev.sigma.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** The workers' Prometheus pages. */
final class WorkerMetrics {
  private static final Set<String> PENDING =
      Set.of("sigma_requests_waiting", "sigma_requests_running");

  private final List<String> urls;

  WorkerMetrics(List<String> urls) {
    this.urls = urls;
  }

  boolean isKnown() {
    return !urls.isEmpty();
  }

  /** Requests that wait or run, over all workers. */
  double pending() throws IOException, InterruptedException {
    double sum = 0;
    try (JsonHttp http = new JsonHttp("")) {
      for (String url : urls) {
        sum += pendingIn(http.get(URI.create(url)));
      }
    }
    return sum;
  }

  /**
   * Requests that wait or run, by one worker's page.
   *
   * @throws AnswerException where one of the two metrics is missing: an absent figure is not a zero
   */
  static double pendingIn(String page) {
    double sum = 0;
    int found = 0;
    for (String line : page.lines().toList()) {
      String name = line.split("[{ ]", 2)[0];
      if (PENDING.contains(name)) {
        sum += Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
        found++;
      }
    }
    if (found < PENDING.size()) {
      throw new AnswerException(200, "metrics lack one of " + PENDING);
    }
    return sum;
  }
}
