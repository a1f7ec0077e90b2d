package dev.sigma.worker.completions;

import dev.sigma.engine.Engine;
import dev.sigma.engine.sampling.SamplingParameters;
import dev.sigma.engine.schedule.GenerationListener.FinishReason;
import dev.sigma.engine.schedule.GenerationListener.GeneratedToken;
import dev.sigma.engine.schedule.GenerationListener.GenerationUsage;
import dev.sigma.engine.text.IncrementalDetokenizer;
import dev.sigma.engine.text.Tokenizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The most probable answers to a prompt, without drawing: the greedy answer first, then again and
 * again the most probable beginning that leaves an answer already found, continued greedily. Each
 * continuation finds one more answer, and no two are the same tokens. A beginning is never less
 * probable than what it becomes, so this is a best-first search; it is cut off after as many
 * answers as are wanted, so a better one may stay unseen.
 *
 * <p>Continuations find the K/V of what they share in the prefix index. One instance per request.
 */
final class CandidateSearch {

  /** Continued at the same time, at least: so many rows take hardly longer to decode than one. */
  private static final int AT_ONCE = 4;

  /** More at once where many are wanted, but in so many rounds: what one finds, the next needs. */
  private static final int ROUNDS = 4;

  /** Tokens looked at where an answer could go on otherwise. */
  private static final int WAYS = 6;

  private final Engine engine;
  private final String tenant;
  private final CompletionRequest request;
  private final IntConsumer drawn;
  private final Frontier frontier;
  private final List<CandidateAnswer> found = new ArrayList<>();
  private int started;

  private CandidateSearch(
      Engine engine, String tenant, CompletionRequest request, IntConsumer drawn) {
    this.engine = engine;
    this.tenant = tenant;
    this.request = request;
    this.drawn = drawn;
    frontier = new Frontier(request.candidates(), request.maxTokens());
  }

  /** At most {@code request.candidates()} answers, the most probable first. */
  static Mono<List<CandidateAnswer>> answers(
      Engine engine, String tenant, CompletionRequest request, IntConsumer drawn) {
    return Mono.defer(
        () -> {
          CandidateSearch search = new CandidateSearch(engine, tenant, request, drawn);
          return Mono.defer(search::round)
              .repeat(search::goesOn)
              .then(Mono.fromSupplier(search::ranked));
        });
  }

  private boolean goesOn() {
    return started < request.candidates() && !frontier.isEmpty();
  }

  private Mono<Void> round() {
    int atOnce = Math.max(AT_ONCE, request.candidates() / ROUNDS);
    List<Beginning> beginnings =
        frontier.take(started == 0 ? 1 : Math.min(atOnce, request.candidates() - started));
    return Flux.fromIterable(beginnings)
        .flatMapSequential(this::continued, atOnce)
        .collectList()
        .doOnNext(
            answers -> {
              for (int i = 0; i < answers.size(); i++) {
                found.add(answers.get(i));
                frontier.add(answers.get(i).tokens(), beginnings.get(i).length());
              }
            })
        .then();
  }

  private Mono<CandidateAnswer> continued(Beginning beginning) {
    int number = started++;
    List<GeneratedToken> tokens = beginning.tokens();
    if (!tokens.isEmpty() && engine.tokenizer().endsAnswer(tokens.getLast().id())) {
      GenerationUsage nothingDrawn = new GenerationUsage(request.prompt().length, 0, 0, 0);
      return Mono.just(new CandidateAnswer(0, "", tokens, FinishReason.STOP, nothingDrawn));
    }
    return CandidateStream.open(engine, tenant, after(tokens), none -> drawn.accept(number))
        .collectList()
        .map(events -> CandidateAnswer.collect(events, 1).getFirst())
        .map(rest -> rest.after(tokens));
  }

  private CompletionRequest after(List<GeneratedToken> tokens) {
    int[] prompt =
        IntStream.concat(
                IntStream.of(request.prompt()), tokens.stream().mapToInt(GeneratedToken::id))
            .toArray();
    return new CompletionRequest(
        request.shape(),
        prompt,
        request.maxTokens() - tokens.size(),
        1,
        false,
        SamplingParameters.GREEDY,
        List.of(),
        true,
        Math.max(WAYS, request.topLogProbabilities()),
        false,
        false,
        false);
  }

  private List<CandidateAnswer> ranked() {
    List<CandidateAnswer> best =
        found.stream()
            .sorted(Comparator.comparingDouble(CandidateAnswer::logProbability).reversed())
            .toList();
    return IntStream.range(0, best.size()).mapToObj(rank -> told(best.get(rank), rank)).toList();
  }

  /** With the text of its tokens, and as many other tokens beside them as were asked for. */
  private CandidateAnswer told(CandidateAnswer answer, int rank) {
    Tokenizer tokenizer = engine.tokenizer();
    IncrementalDetokenizer text =
        request.shape() == CompletionRequest.Shape.TEXT
            ? IncrementalDetokenizer.within(tokenizer)
            : new IncrementalDetokenizer(tokenizer);
    StringBuilder whole = new StringBuilder();
    List<GeneratedToken> tokens = new ArrayList<>();
    for (GeneratedToken t : answer.tokens()) {
      String piece = tokenizer.endsAnswer(t.id()) ? "" : text.push(t.id());
      if (tokens.size() == answer.tokens().size() - 1) {
        piece += text.flush();
      }
      whole.append(piece);
      int top = Math.min(request.topLogProbabilities(), t.top().size());
      tokens.add(new GeneratedToken(t.id(), piece, t.logProbability(), t.top().subList(0, top)));
    }
    return new CandidateAnswer(rank, whole.toString(), tokens, answer.reason(), answer.usage());
  }
}
