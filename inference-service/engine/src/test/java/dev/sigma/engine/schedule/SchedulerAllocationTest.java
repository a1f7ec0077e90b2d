package dev.sigma.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.engine.Allocations;
import dev.sigma.engine.kv.BlockExchange;
import dev.sigma.engine.kv.BlockGeometry;
import dev.sigma.engine.kv.BlockPool;
import dev.sigma.engine.kv.HashChain;
import dev.sigma.engine.kv.PrefixIndex;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.runner.StepPlan;
import dev.sigma.engine.sampling.SamplingParameters;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchedulerAllocationTest {

  private static final StepLimits LIMITS = new StepLimits(64, 16, 16, 8);

  @Test
  void plan_sequencesThatDecode_allocatesNothing() {
    BlockPool pool = new BlockPool(128);
    HistoryRunner runner = new HistoryRunner(128, LIMITS);
    BlockGeometry geometry = new BlockGeometry(new byte[32], 8, 8, 1);
    Scheduler scheduler =
        new Scheduler(
            pool,
            new PrefixIndex(pool),
            LIMITS,
            new WriteBehind(runner, BlockExchange.NONE, geometry),
            16);
    for (int i = 0; i < 16; i++) {
      scheduler.add(sequence(pool, i));
    }
    StepPlan plan = new StepPlan(LIMITS);
    scheduler.plan(plan); // admits them
    assertThat(plan.rows()).isEqualTo(16);
    assertThat(
            Allocations.bytes(
                () -> {
                  scheduler.plan(plan);
                  scheduler.ran(plan, 1_000_000);
                }))
        .isZero();
    assertThat(plan.rows()).isEqualTo(16);
  }

  /** One token of prompt: it decodes from the start. */
  private static Sequence sequence(BlockPool pool, int token) {
    GenerationRequest request =
        new GenerationRequest(
            "tenant", new int[] {token + 1}, 32, SamplingParameters.GREEDY, List.of(), 0);
    return new Sequence(
        request,
        new Answer(request, new Recorder(), new LetterTokenizer(HistoryRunner.VOCABULARY)),
        new HashChain(new byte[32], new byte[32]),
        pool);
  }
}
