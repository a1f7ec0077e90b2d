package dev.sigma.gateway.workers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.gateway.workers.RoutingKey.Message;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;

class WorkerPoolTest {

  private static final int WORKERS = 4;

  private final WorkerPool pool =
      new WorkerPool(
          new WorkerSettings(
              IntStream.range(1, WORKERS + 1)
                  .mapToObj(port -> URI.create("http://127.0.0.1:" + port))
                  .toList(),
              Duration.ofSeconds(1),
              Duration.ofSeconds(1),
              Duration.ofSeconds(1),
              false),
          WebClient.create(),
          new SimpleMeterRegistry());

  @BeforeEach
  void allReady() {
    for (int port = 1; port <= WORKERS; port++) {
      pool.all().get(port - 1).ready(true);
    }
  }

  private static RoutingKey key(int i) {
    return RoutingKey.of(List.of(new Message("user", "k" + i)));
  }

  @Test
  void candidates_ofAKey_areAlwaysTheSameWhileNothingIsUnderWay() {
    Worker favourite = pool.candidates(key(1)).getFirst();
    assertThat(pool.candidates(key(1))).hasSize(WORKERS).first().isSameAs(favourite);
    favourite.ready(false);
    List<Worker> without = pool.candidates(key(1));
    assertThat(without).hasSize(WORKERS - 1).doesNotContain(favourite);
    favourite.ready(true);
    assertThat(pool.candidates(key(1)).subList(1, WORKERS)).isEqualTo(without);
  }

  @Test
  void candidates_whenOneIsReadyNoMore_movesOnlyItsOwnKeys() {
    Map<Integer, Worker> before = new HashMap<>();
    for (int i = 0; i < 500; i++) {
      before.put(i, pool.candidates(key(i)).getFirst());
    }
    Worker lost = pool.all().getFirst();
    lost.ready(false);
    before.forEach(
        (i, worker) -> {
          if (worker != lost) {
            assertThat(pool.candidates(key(i)).getFirst()).isSameAs(worker);
          }
        });
  }

  @Test
  void candidates_ofOnePopularKey_spreadByLoad() {
    for (int i = 0; i < 400; i++) {
      pool.candidates(key(1)).getFirst().begun();
    }
    assertThat(pool.all()).allSatisfy(w -> assertThat(w.inFlight()).isBetween(25, 126));
    assertThat(pool.all().stream().mapToInt(Worker::inFlight).max().orElse(0)).isEqualTo(125);
  }

  @Test
  void candidates_favouriteWithMoreThanItsShare_comesAfterTheOthers() {
    Worker favourite = pool.candidates(key(1)).getFirst();
    for (int i = 0; i < 10; i++) {
      favourite.begun();
    }
    assertThat(pool.candidates(key(1))).last().isSameAs(favourite);
    for (int i = 0; i < 10; i++) {
      favourite.ended();
    }
    assertThat(pool.candidates(key(1))).first().isSameAs(favourite);
  }

  @Test
  void pinned_isTheOneOrNobody() {
    assertThat(pool.pinned("127.0.0.1:2")).containsExactly(pool.all().get(1));
    assertThat(pool.pinned("127.0.0.1:9")).isEmpty();
    pool.all().get(1).ready(false);
    assertThat(pool.pinned("127.0.0.1:2")).isEmpty();
  }
}
