package dev.sigma.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.engine.kv.BlockGeometry;
import dev.sigma.engine.kv.TenantSalts;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.sampling.SamplingParameters;
import dev.sigma.engine.schedule.GenerationListener.FinishReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Values hold two blocks here, so 32 tokens. */
class SharedPrefixTest {

  private static final StepLimits LIMITS = new StepLimits(64, 8, 8, 16);

  private final MemoryExchange shared = new MemoryExchange();
  private final List<EngineLoop> loops = new ArrayList<>();

  @AfterEach
  void leavesNothingBehind() throws InterruptedException {
    shared.letArrive();
    for (EngineLoop loop : loops) {
      loop.drain(Duration.ofSeconds(10));
      assertThat(loop.statistics().blocksInUse()).as("leaked blocks").isZero();
      assertThat(loop.statistics().waiting()).isZero();
      assertThat(loop.statistics().failure()).isEmpty();
      loop.close();
    }
  }

  @Test
  void prompt_computedElsewhere_isFetchedButForItsLastToken() throws InterruptedException {
    int[] prompt = tokens(1, 96);
    run(loop(64), request("a", prompt, 1));
    assertThat(shared.size()).isEqualTo(3);
    EngineLoop other = loop(64);
    Recorder warm = run(other, request("a", prompt, 5));
    assertThat(warm.usage().remoteTokens()).as("96 would leave no logits").isEqualTo(64);
    assertThat(warm.usage().cachedTokens()).isEqualTo(64);
    Recorder again = run(other, request("a", prompt, 5));
    assertThat(again.usage().remoteTokens()).isZero();
    assertThat(again.usage().cachedTokens()).as("now the local index has it").isEqualTo(80);
    assertThat(again.ids()).isEqualTo(warm.ids());
  }

  @Test
  void prompt_ofAnotherTenant_isNotFetched() throws InterruptedException {
    int[] prompt = tokens(1, 96);
    run(loop(64), request("a", prompt, 1));
    assertThat(run(loop(64), request("b", prompt, 1)).usage().cachedTokens()).isZero();
  }

  @Test
  void value_missingInTheMiddle_endsTheRunThere() throws InterruptedException {
    int[] prompt = tokens(1, 161);
    run(loop(64), request("a", prompt, 1));
    run(loop(64), request("a", prompt, 1));
    shared.forget("a", shared.questions().getLast().keys().get(2));
    Recorder warm = run(loop(64), request("a", prompt, 1));
    assertThat(warm.usage().remoteTokens()).isEqualTo(64);
  }

  @Test
  void answer_isSharedToo() throws InterruptedException {
    EngineLoop first = loop(64);
    int[] prompt;
    Recorder answer;
    long seed = 0;
    do {
      prompt = tokens(++seed, 40);
      answer = run(first, request("a", prompt, 60));
    } while (answer.ids().length < 60); // the model may end it early
    int[] turn = Arrays.copyOf(prompt, 100);
    System.arraycopy(answer.ids(), 0, turn, 40, 60);
    assertThat(run(loop(64), request("a", turn, 2)).usage().remoteTokens()).isEqualTo(96);
  }

  @Test
  void others_goOnWhileOneWaits() throws InterruptedException {
    EngineLoop loop = loop(64);
    shared.hold();
    Recorder waits = new Recorder();
    loop.submit(request("a", tokens(1, 60), 3), waits);
    assertThat(run(loop, request("a", tokens(2, 20), 3)).ids()).hasSize(3);
    assertThat(waits.ended()).isFalse();
    assertThat(loop.statistics().waiting()).isEqualTo(1);
    shared.letArrive();
    assertThat(waits.await().ids()).hasSize(3);
  }

  @Test
  void cancelled_whileItWaits_endsAtOnce() throws InterruptedException {
    EngineLoop loop = loop(64);
    shared.hold();
    Recorder waits = new Recorder();
    loop.submit(request("a", tokens(1, 60), 3), waits).cancel();
    assertThat(waits.await().reason()).isEqualTo(FinishReason.CANCELLED);
    shared.letArrive();
    assertThat(run(loop, request("a", tokens(1, 60), 3)).ids()).hasSize(3);
    assertThat(waits.endedOnce()).isTrue();
  }

  @Test
  void close_whileOneWaits_endsIt() throws InterruptedException {
    EngineLoop loop = loop(64);
    shared.hold();
    Recorder waits = new Recorder();
    loop.submit(request("a", tokens(1, 60), 3), waits);
    loop.close();
    assertThat(waits.await().reason()).isEqualTo(FinishReason.CANCELLED);
  }

  @Test
  void candidates_askOnce() throws InterruptedException {
    int[] prompt = tokens(1, 100);
    run(loop(64), request("a", prompt, 1));
    EngineLoop loop = loop(64);
    int before = shared.questions().size();
    shared.hold();
    List<Recorder> candidates = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      candidates.add(new Recorder());
      loop.submit(request("a", prompt, 2), candidates.getLast());
    }
    while (loop.statistics().waiting() < 4 || shared.questions().size() == before) {
      Thread.onSpinWait();
    }
    shared.letArrive();
    for (Recorder candidate : candidates) {
      assertThat(candidate.await().usage().cachedTokens()).isEqualTo(96);
    }
    assertThat(shared.questions()).hasSize(before + 1);
  }

  @Test
  void follower_whosePromptGoesOnDifferently_asksForTheRest() throws InterruptedException {
    int[] one = tokens(1, 100);
    int[] two = tokens(2, 100);
    System.arraycopy(one, 0, two, 0, 32);
    EngineLoop warm = loop(64);
    run(warm, request("a", one, 1));
    run(warm, request("a", two, 1));
    EngineLoop loop = loop(64);
    shared.hold();
    int before = shared.questions().size();
    Recorder first = new Recorder();
    Recorder second = new Recorder();
    loop.submit(request("a", one, 1), first);
    loop.submit(request("a", two, 1), second);
    while (loop.statistics().waiting() < 2 || shared.questions().size() == before) {
      Thread.onSpinWait();
    }
    shared.letArrive();
    assertThat(first.await().usage().remoteTokens()).isEqualTo(96);
    assertThat(second.await().usage().remoteTokens()).isEqualTo(64);
    assertThat(second.usage().cachedTokens()).isEqualTo(96);
  }

  @Test
  void poolTooSmallForWhatArrives_isComputedAsFarAsNeeded() throws InterruptedException {
    int[] prompt = tokens(1, 15 * 16);
    run(loop(64), request("a", prompt, 1));
    EngineLoop small = loop(16);
    assertAsAlone(request("a", prompt, 8), run(small, request("a", prompt, 8)));
    assertAsAlone(request("b", prompt, 8), run(small, request("b", prompt, 8)));
    assertAsAlone(request("a", prompt, 8), run(small, request("a", prompt, 8)));
  }

  @Test
  void exchangeAway_isNotAskedAndGetsNothing() throws InterruptedException {
    shared.away(true);
    run(loop(64), request("a", tokens(1, 96), 1));
    assertThat(shared.questions()).isEmpty();
    assertThat(shared.size()).isZero();
    shared.away(false);
    run(loop(64), request("a", tokens(1, 96), 1));
    assertThat(shared.size()).isEqualTo(3);
  }

  @Test
  void patience_growsWithWhatIsMissing() throws InterruptedException {
    EngineLoop loop = loop(64);
    run(loop, request("a", tokens(1, 33), 1));
    run(loop, request("a", tokens(2, 97), 1));
    assertThat(shared.questions().get(0).patience()).isPositive();
    assertThat(shared.questions().get(1).patience()).isPositive();
    assertThat(shared.questions().get(1).keys()).hasSize(3);
  }

  @Test
  void randomRequests_onTwoLoopsThatShare_answerAsAlone() throws InterruptedException {
    Random random = new Random(7);
    List<EngineLoop> both = List.of(loop(20), loop(24));
    run(both.get(0), request("t0", tokens(0, 150), 1));
    run(both.get(1), request("t0", tokens(0, 150), 1));
    List<GenerationRequest> requests = new ArrayList<>();
    List<Recorder> recorders = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      int[] prompt = tokens(random.nextInt(6), 1 + random.nextInt(150));
      requests.add(request("t" + random.nextInt(2), prompt, 1 + random.nextInt(40)));
      recorders.add(new Recorder());
      Generation generation =
          both.get(random.nextInt(2)).submit(requests.getLast(), recorders.getLast());
      if (random.nextInt(10) == 0) {
        generation.cancel();
      }
      if (random.nextInt(20) == 0) {
        shared.hold();
      } else if (random.nextInt(10) == 0) {
        shared.letArrive();
      }
    }
    shared.letArrive();
    for (int i = 0; i < requests.size(); i++) {
      assertAsAlone(requests.get(i), recorders.get(i).await());
      assertThat(recorders.get(i).endedOnce()).isTrue();
    }
    long remote = both.stream().mapToLong(l -> l.statistics().remoteTokens()).sum();
    assertThat(remote).as("the case shares").isPositive();
  }

  private static void assertAsAlone(GenerationRequest request, Recorder recorder) {
    assertThat(recorder.failure()).isNull();
    int[] tokens = Arrays.copyOf(request.prompt(), request.prompt().length + request.maxTokens());
    int length = request.prompt().length;
    for (int id : recorder.ids()) {
      float[] logits = HistoryRunner.logits(tokens, length);
      int best = 0;
      for (int i = 1; i < logits.length; i++) {
        best = logits[i] > logits[best] ? i : best;
      }
      assertThat(id).isEqualTo(best);
      tokens[length++] = id;
    }
  }

  private EngineLoop loop(int blocks) {
    HistoryRunner runner = new HistoryRunner(blocks, LIMITS);
    EngineLoop loop =
        new EngineLoop(
            runner,
            new LetterTokenizer(HistoryRunner.VOCABULARY),
            new BlockGeometry(new byte[32], runner.keyBlockBytes(), runner.valueBlockBytes(), 2),
            shared,
            new TenantSalts(new byte[32]),
            2_000,
            8);
    loops.add(loop);
    return loop;
  }

  private static Recorder run(EngineLoop loop, GenerationRequest request)
      throws InterruptedException {
    Recorder recorder = new Recorder();
    loop.submit(request, recorder);
    return recorder.await();
  }

  private static GenerationRequest request(String tenant, int[] prompt, int maxTokens) {
    return new GenerationRequest(
        tenant, prompt, maxTokens, SamplingParameters.GREEDY, List.of(), 0);
  }

  private static int[] tokens(long seed, int count) {
    return new Random(seed).ints(count, 2, HistoryRunner.VOCABULARY).toArray();
  }
}
