package dev.sigma.engine.schedule;

import dev.sigma.engine.runner.StepLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** See {@link Soak}; over the stand-in decoder, so that the scheduler is what works most. */
class EngineSoakTest {

  private final QuietLogs logs = new QuietLogs();

  @BeforeEach
  void quiet() {
    logs.silence();
  }

  @AfterEach
  void loudAgain() {
    logs.restore();
  }

  @Test
  void thousandsOfRequests_withCancelsLengthsAndFaults_endOnceAndLeaveNothing() throws Exception {
    soak(4_000, 5);
  }

  @Test
  @Tag("long")
  void hundredThousandRequests_withCancelsLengthsAndFaults_endOnceAndLeaveNothing()
      throws Exception {
    soak(100_000, System.nanoTime());
  }

  private static void soak(int count, long seed) throws Exception {
    HistoryRunner runner = new HistoryRunner(16, new StepLimits(64, 8, 8, 16));
    System.out.println(new Soak(runner, 400, HistoryRequests::new, seed).run(count));
  }
}
