package dev.sigma.worker.completions;

import dev.sigma.edge.ApiException;
import dev.sigma.engine.Engine;
import dev.sigma.engine.sampling.SamplingParameters;
import dev.sigma.engine.schedule.Generation;
import dev.sigma.engine.schedule.GenerationListener;
import dev.sigma.engine.schedule.GenerationRequest;
import dev.sigma.engine.schedule.QueueFullException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * The bridge from the engine thread to one HTTP exchange. The engine thread only puts events into a
 * bounded queue; JSON and network happen elsewhere. When the caller leaves, or lags by more events
 * than the queue holds, every candidate's generation is cancelled.
 */
final class CandidateStream {

  private static final int MOST_EVENTS_BEHIND = 1024;

  private final Sinks.Many<CandidateEvent> sink =
      Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_EVENTS_BEHIND));
  private final List<Generation> generations = new CopyOnWriteArrayList<>();
  private final AtomicInteger unfinished;
  private final IntConsumer drawn;
  private volatile boolean closed;

  private CandidateStream(int candidates, IntConsumer drawn) {
    unfinished = new AtomicInteger(candidates);
    this.drawn = drawn;
  }

  /**
   * Starts every candidate when subscribed to; the events of all, as they come.
   *
   * @param drawn told the candidate of each token, on the engine thread
   */
  static Flux<CandidateEvent> open(
      Engine engine, String tenant, CompletionRequest request, IntConsumer drawn) {
    return Flux.defer(
        () -> {
          CandidateStream stream = new CandidateStream(request.candidates(), drawn);
          stream.submit(engine, tenant, request);
          return stream
              .sink
              .asFlux()
              .publishOn(Schedulers.parallel())
              .doFinally(signal -> stream.close());
        });
  }

  private void submit(Engine engine, String tenant, CompletionRequest request) {
    try {
      for (int i = 0; i < request.candidates(); i++) {
        generations.add(
            engine.submit(
                new GenerationRequest(
                    tenant,
                    request.prompt(),
                    request.maxTokens(),
                    withSeed(request.sampling(), request.sampling().seed() + i),
                    request.stop(),
                    request.topLogProbabilities(),
                    request.shape() == CompletionRequest.Shape.TEXT),
                new Listener(i)));
      }
    } catch (QueueFullException e) {
      close();
      throw ApiException.queueFull(String.valueOf(e.getMessage()));
    } catch (IllegalStateException e) {
      close();
      throw ApiException.notReady(String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      close();
      throw ApiException.invalid("messages", String.valueOf(e.getMessage()));
    }
  }

  private void close() {
    closed = true;
    generations.forEach(Generation::cancel);
  }

  private static SamplingParameters withSeed(SamplingParameters s, long seed) {
    return new SamplingParameters(
        s.temperature(),
        s.topK(),
        s.topP(),
        s.minP(),
        s.presencePenalty(),
        s.frequencyPenalty(),
        seed);
  }

  /** Runs on the engine thread, which is one: emissions are serialised. */
  private final class Listener implements GenerationListener {

    private final int candidate;

    Listener(int candidate) {
      this.candidate = candidate;
    }

    @Override
    public void onToken(GeneratedToken token) {
      drawn.accept(candidate);
      emit(new CandidateEvent.Token(candidate, token));
    }

    @Override
    public void onFinished(FinishReason reason, GenerationUsage usage) {
      emit(new CandidateEvent.Finished(candidate, reason, usage));
      if (unfinished.decrementAndGet() == 0) {
        sink.tryEmitComplete();
      }
    }

    @Override
    public void onFailed(RuntimeException cause) {
      sink.tryEmitError(cause);
      closed = true;
    }

    private void emit(CandidateEvent event) {
      if (!closed && sink.tryEmitNext(event) == Sinks.EmitResult.FAIL_OVERFLOW) {
        closed = true;
        generations.forEach(Generation::cancel);
        sink.tryEmitError(new IllegalStateException("the caller reads too slowly"));
      }
    }
  }
}
