package dev.sigma.admin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** All tests of this module run under BlockHound; this one sees that it bites. */
class NonBlockingTest {

  @Test
  void blockingOnAnEventLoop_isAnError() {
    Mono<String> sleeper =
        Mono.fromCallable(
                () -> {
                  Thread.sleep(10);
                  return "slept";
                })
            .subscribeOn(Schedulers.parallel());
    assertThatThrownBy(() -> sleeper.block(Duration.ofSeconds(5)))
        .hasCauseInstanceOf(BlockingOperationError.class);
  }
}
