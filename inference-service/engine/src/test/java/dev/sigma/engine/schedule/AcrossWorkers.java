package dev.sigma.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.engine.kv.BlockExchange;
import dev.sigma.engine.kv.BlockGeometry;
import dev.sigma.engine.kv.TenantSalts;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.sampling.SamplingParameters;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * The promise of shared prefixes, put to a real runner: turn 1 of a session on worker A, turn 2 on
 * worker B with the K/V that A computed, turn 3 on A again. Every id and log-probability equals
 * that of a worker that computed everything itself, bit for bit. Lengths lie around block borders.
 */
final class AcrossWorkers {

  private static final int BLOCK = 16;
  private static final int GROUP = 2;
  private static final StepLimits LIMITS = new StepLimits(64, 4, 4, 16);

  private final BiFunction<StepLimits, Integer, ModelRunner> runners;
  private final int vocabulary;

  AcrossWorkers(BiFunction<StepLimits, Integer, ModelRunner> runners, int vocabulary) {
    this.runners = runners;
    this.vocabulary = vocabulary;
  }

  void check(int sessions, long seed) throws InterruptedException {
    Random random = new Random(seed);
    MemoryExchange shared = new MemoryExchange();
    long remote = 0;
    try (EngineLoop a = loop(shared);
        EngineLoop b = loop(shared);
        EngineLoop cold = loop(BlockExchange.NONE)) {
      for (int i = 0; i < sessions; i++) {
        int[] tokens = new int[0];
        int onlyThere = 0; // tokens that the next worker has not seen
        for (EngineLoop worker : List.of(a, b, a)) {
          tokens = plus(tokens, random.ints(aroundBorder(random), 0, vocabulary).toArray());
          GenerationRequest request = request("session-" + i, tokens, random);
          Recorder warm = run(worker, request);
          assertThat(AloneAndTogether.bits(warm))
              .as("session %d, %d tokens", i, tokens.length)
              .isEqualTo(
                  AloneAndTogether.bits(
                      run(cold, renamed(request, "cold-" + i + "-" + tokens.length))));
          int whole = (tokens.length - 1) / (BLOCK * GROUP) * BLOCK * GROUP;
          if (worker == b) {
            assertThat(warm.usage().remoteTokens())
                .as("all whole values of turn 1")
                .isEqualTo(Math.min(whole, onlyThere / (BLOCK * GROUP) * BLOCK * GROUP));
          }
          remote += warm.usage().remoteTokens();
          tokens = plus(tokens, warm.ids());
          onlyThere = tokens.length - 1; // the last drawn token was never computed
        }
      }
      assertThat(remote)
          .isPositive()
          .isEqualTo(a.statistics().remoteTokens() + b.statistics().remoteTokens());
      assertThat(cold.statistics().cachedTokens()).isZero();
    }
  }

  /** One less, as many, or one more than whole blocks, and now and then anything. */
  private static int aroundBorder(Random random) {
    return random.nextInt(4) == 0
        ? 1 + random.nextInt(2 * BLOCK)
        : Math.max(1, BLOCK * random.nextInt(3) + random.nextInt(3) - 1);
  }

  private EngineLoop loop(BlockExchange exchange) {
    ModelRunner runner = runners.apply(LIMITS, 48);
    return new EngineLoop(
        runner,
        new LetterTokenizer(vocabulary),
        new BlockGeometry(new byte[32], runner.keyBlockBytes(), runner.valueBlockBytes(), GROUP),
        exchange,
        new TenantSalts(new byte[32]),
        10,
        4);
  }

  private static Recorder run(EngineLoop loop, GenerationRequest request)
      throws InterruptedException {
    Recorder recorder = new Recorder();
    loop.submit(request, recorder);
    assertThat(recorder.await().failure()).isNull();
    return recorder;
  }

  private static GenerationRequest request(String tenant, int[] prompt, Random random) {
    return new GenerationRequest(
        tenant, prompt, 1 + random.nextInt(14), SamplingParameters.GREEDY, List.of(), 2);
  }

  private static GenerationRequest renamed(GenerationRequest request, String nobodyElse) {
    return new GenerationRequest(
        nobodyElse,
        request.prompt(),
        request.maxTokens(),
        request.sampling(),
        request.stop(),
        request.topLogProbabilities());
  }

  private static int[] plus(int[] first, int[] second) {
    return IntStream.concat(IntStream.of(first), IntStream.of(second)).toArray();
  }
}
