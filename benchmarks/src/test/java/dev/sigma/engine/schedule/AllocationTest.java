package dev.sigma.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.sigma.engine.sampling.Sampler;
import dev.sigma.engine.sampling.SamplingParameters;
import java.lang.management.ManagementFactory;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

/** Decode steps make no garbage but what listeners are given. */
class AllocationTest {

  private static final int TIMES = 1000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void plan_ofDecodingSequences_allocatesNothing() {
    SchedulerBenchmark.Decoding decoding = new SchedulerBenchmark.Decoding();
    decoding.start();
    Batch batch = decoding.batch;
    assertThat(allocatedBy(() -> batch.scheduler.plan(batch.plan))).isZero();
    assertThat(batch.plan.rows()).isEqualTo(Batch.STREAMS);
  }

  @Test
  void draw_greedy_allocatesNothing() {
    Sampler sampler = new Sampler(64, 64);
    FloatBuffer logits = FloatBuffer.allocate(64);
    int[] nothing = {};
    assertThat(
            allocatedBy(
                () -> sampler.draw(logits, 0, 4.0, SamplingParameters.GREEDY, 1, nothing, 0, 0, 0)))
        .isZero();
  }

  /** Bytes of a call, on average, once classes are loaded. */
  private long allocatedBy(Runnable call) {
    for (int i = 0; i < TIMES; i++) {
      call.run();
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < TIMES; i++) {
      call.run();
    }
    return (threads.getCurrentThreadAllocatedBytes() - before) / TIMES;
  }
}
