package dev.sigma.engine.schedule;

import dev.sigma.engine.kv.BlockExchange;
import dev.sigma.engine.kv.BlockGeometry;
import dev.sigma.engine.kv.BlockPool;
import dev.sigma.engine.kv.HashChain;
import dev.sigma.engine.kv.PrefixIndex;
import dev.sigma.engine.runner.StepPlan;
import dev.sigma.engine.sampling.SamplingParameters;
import dev.sigma.engine.text.Tokenizer;
import java.util.List;
import java.util.SplittableRandom;

/** A scheduler with its pool over a runner that does nothing. */
final class Batch {

  static final int STREAMS = 16;
  static final int PROMPT = 32;

  private static final GenerationListener DEAF =
      new GenerationListener() {
        @Override
        public void onToken(GeneratedToken token) {}

        @Override
        public void onFinished(FinishReason reason, GenerationUsage usage) {}

        @Override
        public void onFailed(RuntimeException cause) {}
      };

  final InstantRunner runner = new InstantRunner();
  final Tokenizer tokenizer = new LatinTokenizer();
  final BlockPool pool = new BlockPool(runner.blocks());
  final Scheduler scheduler;
  final StepPlan plan = new StepPlan(InstantRunner.LIMITS);
  private final HashChain chain = new HashChain(new byte[32], new byte[32]);
  private final SplittableRandom random = new SplittableRandom(1);

  Batch() {
    BlockGeometry geometry = new BlockGeometry(new byte[32], 1, 1, 1);
    scheduler =
        new Scheduler(
            pool,
            new PrefixIndex(pool),
            InstantRunner.LIMITS,
            new WriteBehind(runner, BlockExchange.NONE, geometry),
            STREAMS + 1);
  }

  /** A request with a prompt of its own. */
  Sequence sequence(int prompt, int tokens, SamplingParameters sampling) {
    int[] ids = random.ints(prompt, 0, InstantRunner.VOCABULARY).toArray();
    GenerationRequest request = new GenerationRequest("bench", ids, tokens, sampling, List.of(), 0);
    return new Sequence(request, new Answer(request, DEAF, tokenizer), chain, pool);
  }

  /** Adds 16 of them. */
  void addStreams(int tokens, SamplingParameters sampling) {
    for (int i = 0; i < STREAMS; i++) {
      scheduler.add(sequence(PROMPT, tokens, sampling));
    }
  }

  /** Plans a step and takes it as run, each decoding sequence having drawn token 0. */
  void step() {
    scheduler.plan(plan);
    scheduler.ran(plan, 1_000_000);
    for (Sequence sequence : scheduler.running()) {
      if (sequence.planned() > 0) {
        scheduler.ran(sequence);
        if (sequence.computed() == sequence.length()) {
          sequence.append(0);
        }
      }
    }
  }
}
