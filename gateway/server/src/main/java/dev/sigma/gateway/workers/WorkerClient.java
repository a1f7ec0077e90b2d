package dev.sigma.gateway.workers;

import dev.sigma.edge.ApiException;
import dev.sigma.edge.identity.Caller;
import dev.sigma.edge.identity.InternalTokens;
import dev.sigma.gateway.workers.WorkerPin.Choice;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Flux;

/**
 * Makes a call on the worker that wants its key most. Another worker is tried only before the first
 * byte of an answer was passed on, and only when the worker could not be reached, broke off or said
 * that it is not ready.
 */
@Component
public class WorkerClient {

  private static final Logger log = LoggerFactory.getLogger(WorkerClient.class);

  private final WorkerPool pool;
  private final WebClient http;
  private final InternalTokens tokens;
  private final MeterRegistry metrics;

  WorkerClient(
      WorkerPool pool, WebClient workerHttp, InternalTokens tokens, MeterRegistry metrics) {
    this.pool = pool;
    this.http = workerHttp;
    this.tokens = tokens;
    this.metrics = metrics;
  }

  /**
   * The answer of the chosen worker, as {@code reader} reads it; the reader must use the body up.
   * Ends with an {@link ApiException} where no worker answered.
   */
  public <T> Flux<T> call(WorkerCall call, Function<ClientResponse, Flux<T>> reader) {
    return Flux.deferContextual(
        context -> {
          Optional<Choice> choice = context.getOrEmpty(Choice.class);
          List<Worker> workers =
              choice.isPresent() && choice.get().wanted() != null
                  ? pool.pinned(choice.get().wanted())
                  : pool.candidates(call.key());
          return tryNext(call, reader, workers.iterator(), choice);
        });
  }

  private <T> Flux<T> tryNext(
      WorkerCall call,
      Function<ClientResponse, Flux<T>> reader,
      Iterator<Worker> workers,
      Optional<Choice> choice) {
    if (!workers.hasNext()) {
      return Flux.error(
          ApiException.of(
              HttpStatus.SERVICE_UNAVAILABLE,
              "no_worker",
              "No inference worker is ready; try again in a moment",
              Duration.ofSeconds(2)));
    }
    Worker worker = workers.next();
    if (!worker.circuit().tryAcquirePermission()) {
      return tryNext(call, reader, workers, choice);
    }
    return Flux.defer(() -> on(worker, call, reader, choice))
        .onErrorResume(
            TryAnother.class,
            e -> {
              log.warn("worker {}: {}", worker.name(), e.getMessage());
              return tryNext(call, reader, workers, choice);
            });
  }

  private <T> Flux<T> on(
      Worker worker,
      WorkerCall call,
      Function<ClientResponse, Flux<T>> reader,
      Optional<Choice> choice) {
    Attempt attempt = new Attempt(worker);
    HttpMethod method = call.body().length > 0 ? HttpMethod.POST : HttpMethod.GET;
    WebClient.RequestBodySpec request =
        http.method(method)
            .uri(worker.url().resolve(call.path()))
            .headers(
                h -> {
                  h.setBearerAuth(
                      tokens.mint(
                          new Caller(call.tenant().name(), "gateway", Set.of("generate")),
                          "sigma-worker"));
                  h.set("X-Request-Id", call.requestId());
                });
    WebClient.RequestHeadersSpec<?> ready =
        call.body().length > 0
            ? request.contentType(MediaType.APPLICATION_JSON).bodyValue(call.body())
            : request;
    return ready
        .exchangeToFlux(
            response -> {
              attempt.answered(response.statusCode().value());
              if (response.statusCode().value() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
                return response.releaseBody().thenMany(Flux.error(new TryAnother("not ready")));
              }
              choice.ifPresent(c -> c.answeredBy(worker));
              return reader.apply(response);
            })
        .doOnNext(part -> attempt.passedOn())
        .onErrorMap(e -> attempt.failed(e))
        .doFinally(signal -> attempt.ended());
  }

  /** Why another worker may be tried. */
  private static final class TryAnother extends RuntimeException {
    TryAnother(String reason) {
      super(reason, null, false, false);
    }
  }

  /** One try on one worker: tells its circuit once how it went. */
  private final class Attempt {

    private final Worker worker;
    private final long began = System.nanoTime();
    private boolean passedOn;
    private boolean told;

    Attempt(Worker worker) {
      this.worker = worker;
      worker.begun();
    }

    private synchronized void tell(boolean good, Throwable cause) {
      if (told) {
        return;
      }
      told = true;
      long nanos = System.nanoTime() - began;
      if (good) {
        worker.circuit().onSuccess(nanos, TimeUnit.NANOSECONDS);
      } else {
        worker.circuit().onError(nanos, TimeUnit.NANOSECONDS, cause);
      }
      metrics
          .timer("sigma.gateway.worker.answer", "outcome", good ? "ok" : "failed")
          .record(nanos, TimeUnit.NANOSECONDS);
    }

    synchronized void answered(int status) {
      tell(status < 500, new IllegalStateException("status " + status));
    }

    synchronized void passedOn() {
      passedOn = true;
    }

    /** A caller who leaves before the answer says nothing about the worker. */
    synchronized void ended() {
      worker.ended();
      if (!told) {
        told = true;
        worker.circuit().releasePermission();
      }
    }

    synchronized Throwable failed(Throwable e) {
      if (e instanceof ApiException || e instanceof TryAnother) {
        return e;
      }
      tell(false, e);
      boolean timeout = timedOut(e);
      if (!passedOn && !timeout && disconnected(e)) {
        worker.ready(false); // until its next probe says otherwise
        return new TryAnother("could not be reached, or broke off: " + e.getMessage());
      }
      log.warn("worker {} failed: {}", worker.name(), e.toString());
      return timeout
          ? ApiException.of(
              HttpStatus.GATEWAY_TIMEOUT, "timeout", "The inference worker did not answer in time")
          : ApiException.of(
              HttpStatus.BAD_GATEWAY,
              "upstream_error",
              "The inference worker's answer broke off or cannot be read");
    }

    private static boolean disconnected(Throwable e) {
      for (Throwable t = e; t != null; t = t.getCause()) {
        if (t instanceof WebClientRequestException || t instanceof IOException) {
          return true;
        }
      }
      return false;
    }

    private static boolean timedOut(Throwable e) {
      for (Throwable t = e; t != null; t = t.getCause()) {
        if (t instanceof TimeoutException
            || t instanceof io.netty.handler.timeout.TimeoutException) {
          return true;
        }
      }
      return false;
    }
  }
}
