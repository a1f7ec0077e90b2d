package dev.sigma.gateway.workers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.gateway.workers.RoutingKey.Message;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoutingKeyTest {

  private static final Message SYSTEM = new Message("system", "shell=bash os=linux");

  private static Worker worker(int port) {
    return new Worker(
        URI.create("http://127.0.0.1:" + port), CircuitBreaker.ofDefaults("w" + port));
  }

  @Test
  void score_ofLaterTurns_isThatOfTheFirst() {
    Worker w = worker(1);
    Message first = new Message("user", "a");
    long score = RoutingKey.of(List.of(SYSTEM, first)).score(w);
    List<Message> later =
        List.of(SYSTEM, first, new Message("assistant", "x"), new Message("user", "b"));
    assertThat(RoutingKey.of(later).score(w)).isEqualTo(score);
    assertThat(RoutingKey.of(List.of(SYSTEM, new Message("user", "b"))).score(w))
        .isNotEqualTo(score);
    assertThat(RoutingKey.of(List.of(new Message("system", "x"), first)).score(w))
        .isNotEqualTo(score);
  }

  @Test
  void score_sameBytesOtherwiseCut_differs() {
    Message last = new Message("user", "x");
    RoutingKey one = RoutingKey.of(List.of(new Message("ab", "c"), last));
    RoutingKey other = RoutingKey.of(List.of(new Message("a", "bc"), last));
    assertThat(one.score(worker(1))).isNotEqualTo(other.score(worker(1)));
  }

  @Test
  void score_manyKeys_spreadOverWorkers() {
    List<Worker> workers = IntStream.range(0, 4).mapToObj(RoutingKeyTest::worker).toList();
    int[] wins = new int[workers.size()];
    for (int i = 0; i < 4000; i++) {
      RoutingKey key = RoutingKey.of(List.of(new Message("user", "k" + i), SYSTEM));
      int best = 0;
      for (int w = 1; w < wins.length; w++) {
        best = key.score(workers.get(w)) > key.score(workers.get(best)) ? w : best;
      }
      wins[best]++;
    }
    assertThat(wins).satisfies(w -> assertThat(IntStream.of(w).min().orElse(0)).isGreaterThan(850));
  }
}
