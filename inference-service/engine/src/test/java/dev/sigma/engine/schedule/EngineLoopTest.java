package dev.sigma.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigma.engine.kv.BlockExchange;
import dev.sigma.engine.kv.BlockGeometry;
import dev.sigma.engine.kv.TenantSalts;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.sampling.NonFiniteLogitsException;
import dev.sigma.engine.sampling.Sampler;
import dev.sigma.engine.sampling.SamplingParameters;
import dev.sigma.engine.schedule.GenerationListener.FinishReason;
import dev.sigma.engine.schedule.GenerationListener.GeneratedToken;
import dev.sigma.engine.schedule.GenerationListener.GenerationUsage;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineLoopTest {

  private static final StepLimits LIMITS = new StepLimits(64, 8, 8, 16);
  private static final SamplingParameters WARM = new SamplingParameters(1, 0, 1, 0, 0, 0, 9);

  private final List<EngineLoop> loops = new ArrayList<>();
  private final List<HistoryRunner> runners = new ArrayList<>();

  /** What steps wait for in some tests; opened in the end, so that a failed test doesn't hang. */
  private final List<Semaphore> gates = new ArrayList<>();

  @AfterEach
  void closesEverything() {
    gates.forEach(gate -> gate.release(100_000));
    loops.forEach(EngineLoop::close);
    assertThat(runners).allMatch(HistoryRunner::closed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void randomRequests_endOnceLeakNothingAndAnswerAsAlone(long seed) throws InterruptedException {
    Random random = new Random(seed);
    int blocks = 10 + random.nextInt(6); // the longest takes 8: steps are short of blocks
    HistoryRunner runner = new HistoryRunner(blocks, LIMITS);
    Semaphore steps = gate(0);
    runner.hook(step -> steps.acquireUninterruptibly());
    EngineLoop loop = loop(runner, 2_000);
    List<GenerationRequest> requests = new ArrayList<>();
    List<Recorder> recorders = new ArrayList<>();
    List<Generation> generations = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      if (i == 500) {
        steps.release(1_000_000); // the batch is full from the first step on
      }
      GenerationRequest request = randomRequest(random);
      Recorder recorder = new Recorder();
      requests.add(request);
      recorders.add(recorder);
      generations.add(loop.submit(request, recorder));
      if (random.nextInt(8) == 0) {
        generations.get(random.nextInt(generations.size())).cancel();
      }
    }
    int cancelled = 0;
    for (int i = 0; i < requests.size(); i++) {
      Recorder recorder = recorders.get(i).await();
      assertThat(recorder.failure()).isNull();
      assertAnswersAsAlone(requests.get(i), recorder);
      cancelled += recorder.reason() == FinishReason.CANCELLED ? 1 : 0;
    }
    loop.drain(Duration.ofSeconds(10));
    assertThat(recorders).allMatch(Recorder::endedOnce);
    LoopStatistics end = loop.statistics();
    assertThat(end.blocksInUse()).as("leaked blocks").isZero();
    assertThat(end.waiting() + end.running()).isZero();
    assertThat(end.preemptions()).as("the case preempts").isPositive();
    assertThat(end.cachedTokens()).as("the case hits the prefix index").isPositive();
    assertThat(cancelled).as("the case cancels").isPositive();
    assertThat(end.completionTokens())
        .as("no token is drawn twice")
        .isEqualTo(recorders.stream().mapToLong(r -> r.tokens().size()).sum());
  }

  @Test
  void submit_ofTheSamePromptAgain_hitsAllButTheLastBlock() throws InterruptedException {
    EngineLoop loop = loop(new HistoryRunner(32, LIMITS), 10);
    int[] prompt = tokens(new Random(1), 48);
    Recorder cold = run(loop, request("a", prompt, 20));
    Recorder warm = run(loop, request("a", prompt, 20));
    assertThat(cold.usage().cachedTokens()).isZero();
    assertThat(warm.usage().cachedTokens()).as("48 would leave no logits").isEqualTo(32);
    assertThat(warm.tokens()).isEqualTo(cold.tokens());
  }

  @Test
  void submit_ofAnAnswerAsAPrompt_hitsItsBlocks() throws InterruptedException {
    EngineLoop loop = loop(new HistoryRunner(32, LIMITS), 10);
    int[] prompt = tokens(new Random(2), 20);
    Recorder first = run(loop, request("a", prompt, 30));
    int[] turn = IntStream.concat(IntStream.of(prompt), IntStream.of(first.ids())).toArray();
    Recorder second = run(loop, request("a", turn, 5));
    assertThat(second.usage().cachedTokens()).isEqualTo((turn.length - 1) / 16 * 16);
  }

  @Test
  void submit_byAnotherTenant_hitsNothing() throws InterruptedException {
    EngineLoop loop = loop(new HistoryRunner(32, LIMITS), 10);
    int[] prompt = tokens(new Random(1), 48);
    run(loop, request("a", prompt, 3));
    assertThat(run(loop, request("b", prompt, 3)).usage().cachedTokens()).isZero();
    assertThat(run(loop, request("a", prompt, 3)).usage().cachedTokens()).isEqualTo(32);
  }

  @Test
  void submit_ofCandidatesTogether_computesThePromptOnce() throws InterruptedException {
    HistoryRunner runner = new HistoryRunner(64, LIMITS);
    Semaphore steps = gate(0);
    List<Integer> rows = new ArrayList<>();
    runner.hook(
        step -> {
          steps.acquireUninterruptibly();
          rows.add(step.rows());
        });
    EngineLoop loop = loop(runner, 10);
    int[] prompt = tokens(new Random(1), 100);
    List<Recorder> candidates = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      candidates.add(new Recorder());
      loop.submit(request("a", prompt, 1), candidates.getLast());
    }
    steps.release(1_000);
    for (Recorder candidate : candidates) {
      candidate.await();
    }
    assertThat(rows.stream().mapToInt(r -> r).sum()).isEqualTo(100 + 3 * (100 - 96));
  }

  @Test
  void prefill_ofALongPrompt_leavesEveryStepItsDecodeRows() throws InterruptedException {
    HistoryRunner runner = new HistoryRunner(64, LIMITS);
    EngineLoop loop = loop(runner, 10);
    CountDownLatch talking = new CountDownLatch(1);
    List<Integer> mixed = new ArrayList<>();
    runner.hook(
        step -> {
          if (step.sequences() == 2) {
            mixed.add(step.rows());
          }
        });
    Recorder talker = new Recorder();
    loop.submit(
        request("a", new int[] {1}, 200),
        new Forwarding(talker) {
          @Override
          public void onToken(GeneratedToken token) {
            super.onToken(token);
            if (talker.tokens().size() == 1) {
              loop.submit(request("b", tokens(new Random(3), 100), 1), new Recorder());
              talking.countDown();
            }
          }
        });
    talker.await();
    assertThat(talking.getCount()).isZero();
    // 100 prompt tokens in chunks of at most a quarter of 64 rows, each beside one decode row
    assertThat(mixed).hasSizeGreaterThanOrEqualTo(7).allMatch(rows -> rows <= 17);
    assertThat(mixed.stream().mapToInt(rows -> rows - 1).sum()).isEqualTo(100);
  }

  @Test
  void tenants_takeTurns() throws InterruptedException {
    HistoryRunner runner = new HistoryRunner(64, LIMITS);
    Semaphore steps = gate(0);
    CountDownLatch inStep = new CountDownLatch(1);
    runner.hook(
        step -> {
          inStep.countDown();
          steps.acquireUninterruptibly();
        });
    EngineLoop loop = loop(runner, 100, 1);
    List<String> order = new ArrayList<>();
    List<Recorder> recorders = new ArrayList<>();
    for (String tenant : List.of("a", "a", "a", "a", "b", "b", "c")) {
      Recorder recorder = new Recorder();
      recorders.add(recorder);
      loop.submit(
          request(tenant, new int[] {1, 2}, 1),
          new Forwarding(recorder) {
            @Override
            public void onFinished(FinishReason reason, GenerationUsage usage) {
              order.add(tenant);
              super.onFinished(reason, usage);
            }
          });
      inStep.await(); // the first is served before the others come
    }
    steps.release(1_000);
    for (Recorder recorder : recorders) {
      recorder.await();
    }
    assertThat(order).containsExactly("a", "a", "b", "c", "a", "b", "a");
  }

  @Test
  void submit_beyondTheQueueLimit_isRefused() throws InterruptedException {
    HistoryRunner runner = new HistoryRunner(64, LIMITS);
    Semaphore steps = gate(0);
    CountDownLatch inStep = new CountDownLatch(1);
    runner.hook(
        step -> {
          inStep.countDown();
          steps.acquireUninterruptibly();
        });
    EngineLoop loop = loop(runner, 3, 1);
    List<Recorder> recorders = new ArrayList<>();
    recorders.add(new Recorder());
    loop.submit(request("a", new int[] {1}, 2), recorders.getLast());
    inStep.await();
    List<Generation> generations = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      recorders.add(new Recorder());
      generations.add(loop.submit(request("a", new int[] {1}, 2), recorders.getLast()));
    }
    assertThat(loop.statistics().waiting()).isEqualTo(3);
    assertThatThrownBy(() -> loop.submit(request("b", new int[] {1}, 2), new Recorder()))
        .isInstanceOf(QueueFullException.class)
        .hasMessageStartingWith("3 requests are waiting");
    generations.getLast().cancel();
    steps.release(1);
    assertThat(recorders.getLast().await().reason()).isEqualTo(FinishReason.CANCELLED);
    loop.submit(request("b", new int[] {1}, 2), new Recorder());
    steps.release(1_000);
  }

  @Test
  void cancel_ofARunningRequest_endsItWithinOneStep() throws InterruptedException {
    HistoryRunner runner = new HistoryRunner(64, LIMITS);
    Semaphore steps = gate(3);
    runner.hook(step -> steps.acquireUninterruptibly());
    EngineLoop loop = loop(runner, 3);
    Recorder recorder = new Recorder();
    Generation generation = loop.submit(request("a", new int[] {1, 2, 3}, 100), recorder);
    while (recorder.tokens().size() < 3) {
      Thread.sleep(1);
    }
    generation.cancel();
    steps.release(1); // the step under way when it was cancelled
    recorder.await();
    generation.cancel();
    assertThat(recorder.reason()).isEqualTo(FinishReason.CANCELLED);
    assertThat(recorder.tokens()).hasSizeBetween(3, 4);
    assertThat(recorder.usage().completionTokens()).isEqualTo(recorder.tokens().size());
    assertThat(loop.statistics().blocksInUse()).isZero();
  }

  @Test
  void stopString_isNotPartOfTheAnswer() throws InterruptedException {
    EngineLoop loop = loop(new HistoryRunner(64, LIMITS), 3);
    GenerationRequest plain = requestWithoutEnd(loop, 30);
    String text = run(loop, plain).text();
    String stop = text.substring(10, 13);
    Recorder recorder =
        run(
            loop,
            new GenerationRequest(
                "a", plain.prompt(), 30, plain.sampling(), List.of(stop, "no such"), 0));
    assertThat(recorder.reason()).isEqualTo(FinishReason.STOP);
    assertThat(recorder.text()).isEqualTo(text.substring(0, text.indexOf(stop)));
  }

  @Test
  void maxTokens_whileAStopStringMayBeBeginning_givesTheHeldText() throws InterruptedException {
    EngineLoop loop = loop(new HistoryRunner(64, LIMITS), 3);
    GenerationRequest plain = requestWithoutEnd(loop, 12);
    String text = run(loop, plain).text();
    Recorder recorder =
        run(
            loop,
            new GenerationRequest(
                "a", plain.prompt(), 12, plain.sampling(), List.of(text.substring(8) + "!"), 0));
    assertThat(recorder.reason()).isEqualTo(FinishReason.LENGTH);
    assertThat(recorder.text()).isEqualTo(text);
  }

  @Test
  void listener_thatThrows_losesOnlyItsOwnGeneration() throws InterruptedException {
    EngineLoop loop = loop(new HistoryRunner(64, LIMITS), 30);
    Recorder unlucky = new Recorder();
    Recorder lucky = new Recorder();
    GenerationRequest request = request("a", new int[] {1, 2}, 50);
    loop.submit(
        request,
        new Forwarding(unlucky) {
          @Override
          public void onToken(GeneratedToken token) {
            throw new AssertionError("listener");
          }
        });
    loop.submit(request, lucky);
    assertThat(unlucky.await().failure()).hasRootCauseMessage("listener");
    assertAnswersAsAlone(request, lucky.await());
    assertThat(unlucky.endedOnce()).isTrue();
    assertThat(loop.statistics().blocksInUse()).isZero();
    assertThat(loop.statistics().failure()).isEmpty();
  }

  @Test
  void step_thatThrowsOnce_losesItsGenerationsAndTheEngineGoesOn() throws InterruptedException {
    HistoryRunner runner = new HistoryRunner(64, LIMITS);
    EngineLoop loop = loop(runner, 30);
    runner.hook(
        step -> {
          if (step.rows() > 1) {
            throw new IllegalStateException("device hiccup");
          }
        });
    assertThat(run(loop, request("a", new int[] {1, 2}, 5)).failure()).hasMessage("device hiccup");
    runner.hook(step -> {});
    GenerationRequest request = request("a", new int[] {1, 2}, 5);
    assertAnswersAsAlone(request, run(loop, request));
    assertThat(loop.statistics().failure()).isEmpty();
    assertThat(loop.statistics().blocksInUse()).isZero();
  }

  @Test
  void step_thatThrows_isInTheStatisticsWhenItsGenerationsHearOfIt() throws InterruptedException {
    HistoryRunner runner = new HistoryRunner(64, LIMITS);
    runner.hook(
        step -> {
          if (step.rows() > 1) {
            throw new IllegalStateException("device hiccup");
          }
        });
    EngineLoop loop = loop(runner, 30);
    Recorder recorder = new Recorder();
    List<LoopStatistics> heard = new CopyOnWriteArrayList<>();
    loop.submit(
        request("a", new int[] {1, 2}, 5),
        new Forwarding(recorder) {
          @Override
          public void onFailed(RuntimeException cause) {
            heard.add(loop.statistics());
            super.onFailed(cause);
          }
        });
    assertThat(recorder.await().failure()).hasMessage("device hiccup");
    assertThat(heard.getFirst().running()).isZero();
    assertThat(heard.getFirst().blocksInUse()).isZero();
  }

  @Test
  void runner_thatIsBroken_failsTheEngineLoudly() throws InterruptedException {
    HistoryRunner runner = new HistoryRunner(64, LIMITS);
    Semaphore steps = gate(0);
    runner.hook(
        step -> {
          steps.acquireUninterruptibly();
          throw new IllegalStateException("device lost");
        });
    EngineLoop loop = loop(runner, 30, 1);
    Recorder running = new Recorder();
    Recorder waiting = new Recorder();
    loop.submit(request("a", new int[] {1, 2}, 5), running);
    loop.submit(request("a", new int[] {1, 2}, 5), waiting);
    steps.release(100);
    assertThat(running.await().failure()).hasMessage("device lost");
    assertThat(waiting.await().failure()).hasRootCauseMessage("device lost");
    assertThat(loop.statistics().failure()).contains("device lost");
    assertThatThrownBy(() -> loop.submit(request("a", new int[] {1}, 5), new Recorder()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("device lost");
    loop.drain(Duration.ofSeconds(1));
  }

  @Test
  void runner_thatDiesOfAnError_failsTheEngineLoudly() throws InterruptedException {
    HistoryRunner runner = new HistoryRunner(64, LIMITS);
    runner.hook(
        step -> {
          throw new OutOfMemoryError("a test says so");
        });
    EngineLoop loop = loop(runner, 30);
    assertThat(run(loop, request("a", new int[] {1, 2}, 5)).failure())
        .hasRootCauseMessage("a test says so");
    assertThat(loop.statistics().failure()).contains("a test says so");
  }

  @Test
  void logitsThatAreNotFinite_loseOnlyTheirSequence() throws InterruptedException {
    int poison = HistoryRunner.VOCABULARY - 1;
    HistoryRunner runner = new HistoryRunner(64, LIMITS);
    runner.poison(poison);
    EngineLoop loop = loop(runner, 30);
    int[] bad = tokens(new Random(1), 40);
    bad[39] = poison;
    Recorder lost = run(loop, request("a", bad, 5));
    assertThat(lost.failure()).isInstanceOf(NonFiniteLogitsException.class);
    assertThat(loop.statistics().blocksCached()).as("nobody finds its blocks").isZero();
    GenerationRequest good = request("a", new int[] {1, 2}, 1);
    assertAnswersAsAlone(good, run(loop, good));
  }

  @Test
  void drain_withoutPatience_cancelsAllAndRefusesMore() throws InterruptedException {
    HistoryRunner runner = new HistoryRunner(64, LIMITS);
    runner.hook(step -> pause());
    EngineLoop loop = loop(runner, 100);
    List<Recorder> recorders = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      recorders.add(new Recorder());
      loop.submit(request("t" + i % 3, tokens(new Random(i), 100), 100), recorders.getLast());
    }
    loop.drain(Duration.ofMillis(20));
    assertThat(recorders).allMatch(Recorder::endedOnce);
    assertThat(recorders).anyMatch(r -> r.reason() == FinishReason.CANCELLED);
    assertThatThrownBy(() -> loop.submit(request("a", new int[] {1}, 1), new Recorder()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("shutting down");
    assertThat(loop.statistics().blocksInUse()).isZero();
  }

  @Test
  void drain_withPatience_letsThemFinish() throws InterruptedException {
    EngineLoop loop = loop(new HistoryRunner(64, LIMITS), 100);
    GenerationRequest request = request("a", tokens(new Random(1), 50), 100);
    Recorder recorder = new Recorder();
    loop.submit(request, recorder);
    loop.drain(Duration.ofSeconds(30));
    assertThat(recorder.ended()).isTrue();
    assertAnswersAsAlone(request, recorder);
  }

  @Test
  void close_withWork_endsItAsCancelled() throws InterruptedException {
    HistoryRunner runner = new HistoryRunner(64, LIMITS);
    runner.hook(step -> pause());
    EngineLoop loop = loop(runner, 100);
    Recorder recorder = new Recorder();
    loop.submit(request("a", new int[] {1}, 200), recorder);
    loop.close();
    loop.close();
    assertThat(recorder.endedOnce()).isTrue();
    assertThat(runner.closed()).isTrue();
  }

  @Test
  void submit_ofWhatDoesNotFit_saysWhatWould() {
    EngineLoop loop = loop(new HistoryRunner(8, LIMITS), 3);
    assertRefused(loop, request("a", new int[] {}, 1), "prompt: 0 tokens (expected: >= 1)");
    assertRefused(loop, request("a", new int[] {1, 99}, 1), "prompt[1]: 99 (expected: 0 to 47)");
    assertRefused(loop, request("a", new int[] {1}, 0), "maxTokens: 0 (expected: >= 1)");
    assertRefused(
        loop,
        request("a", new int[250], 7),
        "prompt of 250 tokens and maxTokens 7: 257 together (expected: <= 256, the context)");
    assertRefused(
        loop,
        request("a", new int[100], 29),
        "prompt of 100 tokens and maxTokens 29: 129 together (expected: <= 128, the K/V pools)");
    assertRefused(loop, request("", new int[] {1}, 1), "tenant: 0 characters (expected: 1 to 256)");
  }

  @Test
  void request_asLargeAsThePool_isServedAmongOthers() throws InterruptedException {
    EngineLoop loop = loop(new HistoryRunner(8, LIMITS), 20);
    List<GenerationRequest> requests = new ArrayList<>();
    List<Recorder> recorders = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      requests.add(request("t" + i, tokens(new Random(i), 10 + 20 * i), 128 - 10 - 20 * i));
      recorders.add(new Recorder());
      loop.submit(requests.getLast(), recorders.getLast());
    }
    for (int i = 0; i < 6; i++) {
      assertAnswersAsAlone(requests.get(i), recorders.get(i).await());
    }
  }

  private static void assertRefused(EngineLoop loop, GenerationRequest request, String message) {
    assertThatThrownBy(() -> loop.submit(request, new Recorder()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  /** Compares with the same request drawn from the hash directly, without pools or steps. */
  private static void assertAnswersAsAlone(GenerationRequest request, Recorder recorder) {
    List<GeneratedToken> tokens = recorder.tokens();
    Sampler sampler = new Sampler(HistoryRunner.VOCABULARY, HistoryRunner.VOCABULARY);
    int prompt = request.prompt().length;
    int[] history = Arrays.copyOf(request.prompt(), prompt + tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      int length = prompt + i;
      sampler.draw(
          FloatBuffer.wrap(HistoryRunner.logits(history, length)),
          0,
          request.sampling(),
          length,
          history,
          prompt,
          length,
          0);
      assertThat(tokens.get(i).id()).as("token %d of %s", i, request).isEqualTo(sampler.id());
      assertThat(tokens.get(i).logProbability()).isEqualTo(sampler.logProbability());
      history[length] = sampler.id();
    }
    boolean last = !tokens.isEmpty() && tokens.getLast().id() == 0;
    if (recorder.reason() == FinishReason.STOP) {
      assertThat(last).isTrue();
    } else if (recorder.reason() == FinishReason.LENGTH) {
      assertThat(tokens).hasSize(request.maxTokens());
    }
    assertThat(tokens.stream().limit(Math.max(0, tokens.size() - 1)).map(GeneratedToken::id))
        .doesNotContain(0);
  }

  /** A request whose answer runs into its limit: the model doesn't end it. */
  private static GenerationRequest requestWithoutEnd(EngineLoop loop, int maxTokens)
      throws InterruptedException {
    for (int seed = 0; seed < 50; seed++) {
      GenerationRequest request = request("a", tokens(new Random(seed), 20), maxTokens);
      if (run(loop, request).reason() == FinishReason.LENGTH) {
        return request;
      }
    }
    throw new AssertionError("all of 50 answers ended early");
  }

  private static Recorder run(EngineLoop loop, GenerationRequest request)
      throws InterruptedException {
    Recorder recorder = new Recorder();
    loop.submit(request, recorder);
    return recorder.await();
  }

  private static GenerationRequest randomRequest(Random random) {
    // few distinct prompts, so that tenants and requests share prefixes
    int[] prompt = tokens(new Random(random.nextInt(4)), 1 + random.nextInt(70));
    SamplingParameters sampling =
        random.nextInt(3) == 0
            ? SamplingParameters.GREEDY
            : new SamplingParameters(
                1, random.nextInt(20), 0.9f, 0.01f, 0.5f, 0.1f, random.nextInt(3));
    return new GenerationRequest(
        "tenant-" + random.nextInt(3),
        prompt,
        1 + random.nextInt(50),
        sampling,
        List.of(),
        random.nextInt(3));
  }

  private static GenerationRequest request(String tenant, int[] prompt, int maxTokens) {
    return new GenerationRequest(tenant, prompt, maxTokens, WARM, List.of(), 0);
  }

  private static int[] tokens(Random random, int count) {
    return random.ints(count, 1, HistoryRunner.VOCABULARY - 1).toArray();
  }

  private Semaphore gate(int open) {
    Semaphore gate = new Semaphore(open);
    gates.add(gate);
    return gate;
  }

  private static void pause() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private EngineLoop loop(HistoryRunner runner, int queueLimit) {
    return loop(runner, queueLimit, 8);
  }

  private EngineLoop loop(HistoryRunner runner, int queueLimit, int mostRunning) {
    EngineLoop loop =
        new EngineLoop(
            runner,
            new LetterTokenizer(HistoryRunner.VOCABULARY),
            new BlockGeometry(new byte[32], runner.keyBlockBytes(), runner.valueBlockBytes(), 1),
            BlockExchange.NONE,
            new TenantSalts(new byte[32]),
            queueLimit,
            mostRunning);
    loops.add(loop);
    runners.add(runner);
    return loop;
  }

  private static class Forwarding implements GenerationListener {

    private final Recorder recorder;

    Forwarding(Recorder recorder) {
      this.recorder = recorder;
    }

    @Override
    public void onToken(GeneratedToken token) {
      recorder.onToken(token);
    }

    @Override
    public void onFinished(FinishReason reason, GenerationUsage usage) {
      recorder.onFinished(reason, usage);
    }

    @Override
    public void onFailed(RuntimeException cause) {
      recorder.onFailed(cause);
    }
  }
}
