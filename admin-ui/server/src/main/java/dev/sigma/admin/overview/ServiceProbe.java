package dev.sigma.admin.overview;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Looks at one service: its readiness and its metrics, at the same time. Never fails. */
@Component
class ServiceProbe {

  private final WebClient http;
  private final Duration timeout;
  private final JsonMapper json;
  private final Clock clock;

  ServiceProbe(WebClient probeHttp, OverviewSettings settings, JsonMapper json, Clock clock) {
    this.http = probeHttp;
    this.timeout = settings.timeout();
    this.json = json;
    this.clock = clock;
  }

  /** Figures, or why there are none. */
  private record Metrics(List<Sample> figures, Optional<String> problem) {}

  Mono<ServiceStatus> look(Service service) {
    return Mono.zip(readiness(service), metrics(service))
        .map(both -> status(service, both.getT1(), both.getT2()));
  }

  private ServiceStatus status(Service service, Readiness readiness, Metrics metrics) {
    return new ServiceStatus(
        service.name(),
        service.kind(),
        service.address(),
        readiness.answers(),
        readiness.ready(),
        readiness.reason().or(metrics::problem),
        clock.instant(),
        metrics.figures());
  }

  private Mono<Readiness> readiness(Service service) {
    return get(service, "/health/readiness")
        .exchangeToMono(r -> body(r).map(body -> Readiness.of(r.statusCode().value(), body, json)))
        .timeout(timeout)
        .onErrorResume(e -> Mono.just(Readiness.silent(why(e))));
  }

  private Mono<Metrics> metrics(Service service) {
    return get(service, "/metrics")
        .exchangeToMono(r -> body(r).map(body -> metrics(service, r.statusCode().value(), body)))
        .timeout(timeout)
        .onErrorResume(e -> Mono.just(noFigures(why(e))));
  }

  private WebClient.RequestHeadersSpec<?> get(Service service, String path) {
    return http.get().uri(service.url().resolve(path));
  }

  private static Mono<byte[]> body(ClientResponse response) {
    return response.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]);
  }

  private static Metrics metrics(Service service, int status, byte[] body) {
    if (status != 200) {
      return noFigures("status " + status);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return new Metrics(Exposition.read(text, service.kind()::shows), Optional.empty());
    } catch (CharacterCodingException e) {
      return noFigures("not UTF-8");
    } catch (ExpositionException e) {
      return noFigures(String.valueOf(e.getMessage()));
    }
  }

  private static Metrics noFigures(String problem) {
    return new Metrics(List.of(), Optional.of("its metrics cannot be read: " + problem));
  }

  private String why(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof TimeoutException || t instanceof io.netty.channel.ConnectTimeoutException) {
        return "no answer within %d ms".formatted(timeout.toMillis());
      }
      if (t instanceof DataBufferLimitException) {
        return "an answer of more than 1 MiB";
      }
      if (t instanceof java.net.ConnectException) {
        return "nothing listens there";
      }
      if (t instanceof java.net.UnknownHostException) {
        return "its host name is not known";
      }
    }
    return e instanceof WebClientRequestException
        ? "the connection broke off"
        : "its answer cannot be read";
  }
}
