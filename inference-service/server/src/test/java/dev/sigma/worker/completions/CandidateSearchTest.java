package dev.sigma.worker.completions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.engine.sampling.SamplingParameters;
import dev.sigma.engine.schedule.Generation;
import dev.sigma.engine.schedule.GenerationListener;
import dev.sigma.engine.schedule.GenerationListener.FinishReason;
import dev.sigma.engine.schedule.GenerationListener.GeneratedToken;
import dev.sigma.engine.schedule.GenerationListener.GenerationUsage;
import dev.sigma.engine.schedule.GenerationListener.TokenProbability;
import dev.sigma.engine.schedule.GenerationRequest;
import dev.sigma.engine.text.Tokenizer;
import dev.sigma.worker.ScriptedEngine;
import dev.sigma.worker.completions.CompletionRequest.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class CandidateSearchTest {

  private static final int LONGEST = 5;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void answers_ofAModelThatIsRarelyInDoubt_areTheMostProbableInOrder(long seed) {
    ChanceEngine engine = new ChanceEngine(seed, 4);
    List<CandidateAnswer> answers = search(engine, 12, 0);
    assertThat(answers).hasSize(12);
    List<String> all = engine.all();
    assertThat(answers.stream().map(CandidateAnswer::text).limit(4).toList())
        .as("cut off after 12 answers, the first few are in sight")
        .isEqualTo(all.subList(0, 4));
    assertThat(answers.stream().map(CandidateAnswer::text)).doesNotHaveDuplicates();
    assertThat(answers.stream().map(CandidateAnswer::index).toList())
        .isEqualTo(IntStream.range(0, 12).boxed().toList());
    for (CandidateAnswer answer : answers) {
      assertThat(answer.logProbability()).isCloseTo(engine.logProbability(answer.text()), within());
    }
  }

  @Test
  void answers_moreThanThereAre_areAll() {
    ChanceEngine engine = new ChanceEngine(1, 1);
    int all = engine.all().size();
    assertThat(all).isLessThan(400);
    List<String> found = search(engine, 400, 0).stream().map(CandidateAnswer::text).toList();
    assertThat(found).isEqualTo(engine.all());
  }

  @Test
  void answers_one_isTheGreedyOne() {
    ChanceEngine engine = new ChanceEngine(9, 0.1);
    assertThat(search(engine, 1, 0)).hasSize(1);
    assertThat(engine.submitted.get()).isEqualTo(1);
  }

  @Test
  void answers_tellAsManyOtherTokensAsWereAskedFor() {
    for (int top = 0; top < 3; top++) {
      for (CandidateAnswer answer : search(new ChanceEngine(3, 1), 8, top)) {
        for (GeneratedToken token : answer.tokens()) {
          assertThat(token.top()).hasSize(top);
        }
      }
    }
  }

  @Test
  void answers_takeNoMoreThanSaid() {
    for (CandidateAnswer answer : search(new ChanceEngine(5, 0.1), 16, 0)) {
      assertThat(answer.tokens().size()).isLessThanOrEqualTo(LONGEST);
      boolean ended = answer.tokens().getLast().id() == ChanceEngine.END;
      assertThat(answer.reason()).isEqualTo(ended ? FinishReason.STOP : FinishReason.LENGTH);
    }
  }

  @Test
  void callerLeaves_nothingIsBegunAnyMore() throws InterruptedException {
    ChanceEngine engine = new ChanceEngine(1, 1);
    engine.answersNothing = true;
    var search = answers(engine, 16, 0).subscribe();
    search.dispose();
    assertThat(engine.submitted.get()).isEqualTo(1);
    assertThat(engine.left.get()).isEqualTo(1);
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-5);
  }

  private List<CandidateAnswer> search(ChanceEngine engine, int count, int top) {
    return answers(engine, count, top).blockOptional(Duration.ofSeconds(20)).orElseThrow();
  }

  private Mono<List<CandidateAnswer>> answers(ChanceEngine engine, int count, int top) {
    CompletionRequest request =
        new CompletionRequest(
            Shape.CHAT,
            new int[] {'q'},
            LONGEST,
            count,
            true,
            SamplingParameters.GREEDY,
            List.of(),
            true,
            top,
            false,
            false,
            false);
    return CandidateSearch.answers(engine, "acme", request, candidate -> {});
  }

  /** A model of three letters and an end, whose chances depend on all letters before. */
  private static final class ChanceEngine extends ScriptedEngine {

    static final int END = 0;
    private static final int[] LETTERS = {END, 'a', 'b', 'c'};

    final AtomicInteger left = new AtomicInteger();
    final AtomicInteger submitted = new AtomicInteger();
    boolean answersNothing;
    private final long seed;
    private final double sureness;

    ChanceEngine(long seed, double sureness) {
      this.seed = seed;
      this.sureness = sureness;
    }

    /** Of each letter, and the end, after {@code text}; the most probable first. */
    private List<TokenProbability> next(String text) {
      Random random = new Random(seed * 31 + text.hashCode());
      double[] weights = new double[LETTERS.length];
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        weights[i] = Math.exp(sureness * random.nextGaussian());
        sum += weights[i];
      }
      List<TokenProbability> next = new ArrayList<>();
      for (int i = 0; i < weights.length; i++) {
        next.add(new TokenProbability(LETTERS[i], (float) Math.log(weights[i] / sum)));
      }
      next.sort(Comparator.comparingDouble(TokenProbability::logProbability).reversed());
      return next;
    }

    double logProbability(String text) {
      double sum = 0;
      for (int i = 0; i <= text.length() && i < LONGEST; i++) {
        int id = i == text.length() ? END : text.charAt(i);
        sum +=
            next(text.substring(0, i)).stream()
                .filter(t -> t.id() == id)
                .findFirst()
                .orElseThrow()
                .logProbability();
      }
      return sum;
    }

    /** All answers there are, the most probable first. */
    List<String> all() {
      List<String> all = new ArrayList<>();
      grow("", all);
      all.sort(Comparator.comparingDouble(this::logProbability).reversed());
      return all;
    }

    private void grow(String text, List<String> all) {
      all.add(text);
      if (text.length() < LONGEST) {
        for (char letter : new char[] {'a', 'b', 'c'}) {
          grow(text + letter, all);
        }
      }
    }

    @Override
    public Generation submit(GenerationRequest request, GenerationListener listener) {
      submitted.incrementAndGet();
      if (answersNothing) {
        return left::incrementAndGet;
      }
      StringBuilder text = new StringBuilder();
      for (int i = 1; i < request.prompt().length; i++) {
        text.append((char) request.prompt()[i]);
      }
      run(text, request, listener);
      return () -> {};
    }

    private void run(StringBuilder text, GenerationRequest request, GenerationListener listener) {
      FinishReason reason = FinishReason.LENGTH;
      int drawn = 0;
      while (drawn < request.maxTokens() && reason == FinishReason.LENGTH) {
        List<TokenProbability> next = next(text.toString());
        TokenProbability best = next.getFirst();
        listener.onToken(
            new GeneratedToken(
                best.id(),
                best.id() == END ? "" : String.valueOf((char) best.id()),
                best.logProbability(),
                next.subList(0, Math.min(next.size(), request.topLogProbabilities()))));
        drawn++;
        if (best.id() == END) {
          reason = FinishReason.STOP;
        } else {
          text.append((char) best.id());
        }
      }
      listener.onFinished(reason, new GenerationUsage(request.prompt().length, 0, 0, drawn));
    }

    @Override
    public Tokenizer tokenizer() {
      return new Characters() {
        @Override
        public boolean endsAnswer(int id) {
          return id == END;
        }

        @Override
        public byte[] bytes(int id) {
          return id == END ? new byte[0] : super.bytes(id);
        }
      };
    }
  }
}
