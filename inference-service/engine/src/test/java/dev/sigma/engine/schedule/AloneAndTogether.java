package dev.sigma.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.engine.kv.BlockExchange;
import dev.sigma.engine.kv.BlockGeometry;
import dev.sigma.engine.kv.TenantSalts;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.sampling.SamplingParameters;
import dev.sigma.engine.schedule.GenerationListener.GeneratedToken;
import dev.sigma.engine.schedule.GenerationListener.TokenProbability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/**
 * The promise of exact numerics, put to a real runner: the same requests one by one, each cold and
 * its prompt in one step, and all together in small chunks, with prefix hits, a pool that is too
 * small for them and the preemptions that follow. Every id and every log-probability must agree bit
 * for bit.
 */
final class AloneAndTogether {

  private static final int LONGEST_PROMPT = 70;
  private static final int LONGEST_ANSWER = 40;

  private final BiFunction<StepLimits, Integer, ModelRunner> runners;
  private final int vocabulary;

  /**
   * @param runners makes a runner of one model for limits and blocks
   */
  AloneAndTogether(BiFunction<StepLimits, Integer, ModelRunner> runners, int vocabulary) {
    this.runners = runners;
    this.vocabulary = vocabulary;
  }

  void check(int cases, long seed) throws InterruptedException {
    List<GenerationRequest> requests = new ArrayList<>();
    Random random = new Random(seed);
    for (int i = 0; i < cases; i++) {
      requests.add(request(random));
    }
    List<Recorder> alone = alone(requests);
    List<Recorder> together = together(requests);
    for (int i = 0; i < cases; i++) {
      assertThat(bits(together.get(i))).as("request %d", i).isEqualTo(bits(alone.get(i)));
      assertThat(together.get(i).text()).isEqualTo(alone.get(i).text());
      assertThat(together.get(i).reason()).isEqualTo(alone.get(i).reason());
    }
  }

  private List<Recorder> alone(List<GenerationRequest> requests) throws InterruptedException {
    List<Recorder> recorders = new ArrayList<>();
    try (EngineLoop loop = loop(new StepLimits(128, 1, 1, 8), 16, 1)) {
      for (GenerationRequest request : requests) {
        Recorder recorder = new Recorder();
        String nobodyElse = "alone-" + recorders.size();
        loop.submit(
            new GenerationRequest(
                nobodyElse,
                request.prompt(),
                request.maxTokens(),
                request.sampling(),
                request.stop(),
                request.topLogProbabilities()),
            recorder);
        recorders.add(recorder.await());
        assertThat(recorder.failure()).isNull();
      }
      assertThat(loop.statistics().cachedTokens()).as("alone is cold").isZero();
    }
    return recorders;
  }

  private List<Recorder> together(List<GenerationRequest> requests) throws InterruptedException {
    List<Recorder> recorders = new ArrayList<>();
    try (EngineLoop loop = loop(new StepLimits(40, 8, 8, 8), 14, 1 + requests.size())) {
      CountDownLatch allWait = new CountDownLatch(1);
      loop.submit(
          new GenerationRequest("first", new int[] {0}, 1, SamplingParameters.GREEDY, List.of(), 0),
          new HoldsTheEngine(allWait));
      for (GenerationRequest request : requests) {
        recorders.add(new Recorder());
        loop.submit(request, recorders.getLast());
      }
      allWait.countDown();
      for (Recorder recorder : recorders) {
        assertThat(recorder.await().failure()).isNull();
      }
      loop.drain(Duration.ofSeconds(10));
      LoopStatistics end = loop.statistics();
      assertThat(recorders).allMatch(Recorder::endedOnce);
      assertThat(end.blocksInUse()).as("leaked blocks").isZero();
      assertThat(end.preemptions()).as("the case preempts").isPositive();
      assertThat(end.cachedTokens()).as("the case hits the prefix index").isPositive();
      assertThat(end.steps())
          .as("the case batches")
          .isLessThan(recorders.stream().mapToLong(r -> r.tokens().size()).sum());
    }
    return recorders;
  }

  /** Keeps the engine thread at its token, so that how fast requests come is no matter. */
  private record HoldsTheEngine(CountDownLatch until) implements GenerationListener {

    @Override
    public void onToken(GeneratedToken token) {
      try {
        if (!until.await(60, TimeUnit.SECONDS)) {
          throw new IllegalStateException("the requests did not come");
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void onFinished(FinishReason reason, GenerationUsage usage) {}

    @Override
    public void onFailed(RuntimeException cause) {
      throw cause;
    }
  }

  private EngineLoop loop(StepLimits limits, int blocks, int queueLimit) {
    ModelRunner runner = runners.apply(limits, blocks);
    return new EngineLoop(
        runner,
        new LetterTokenizer(vocabulary),
        new BlockGeometry(new byte[32], runner.keyBlockBytes(), runner.valueBlockBytes(), 1),
        BlockExchange.NONE,
        new TenantSalts(new byte[32]),
        queueLimit,
        limits.sequences());
  }

  private GenerationRequest request(Random random) {
    int[] prompt =
        new Random(random.nextInt(5))
            .ints(1 + random.nextInt(LONGEST_PROMPT), 0, vocabulary)
            .toArray();
    SamplingParameters sampling =
        random.nextInt(3) == 0
            ? SamplingParameters.GREEDY
            : new SamplingParameters(0.8f, random.nextInt(30), 0.95f, 0, 0.2f, 0.1f, 7);
    return new GenerationRequest(
        "tenant-" + random.nextInt(2),
        prompt,
        1 + random.nextInt(LONGEST_ANSWER),
        sampling,
        List.of(),
        random.nextInt(4));
  }

  /** Ids and log-probabilities of an answer, bit for bit. */
  static List<String> bits(Recorder recorder) {
    return recorder.tokens().stream().map(AloneAndTogether::bits).toList();
  }

  private static String bits(GeneratedToken token) {
    StringBuilder text = new StringBuilder();
    text.append(token.id()).append(' ').append(Float.floatToRawIntBits(token.logProbability()));
    for (TokenProbability other : token.top()) {
      text.append(' ').append(other.id()).append(':');
      text.append(Float.floatToRawIntBits(other.logProbability()));
    }
    return text.toString();
  }
}
