package dev.sigma.admin.playground;

import dev.sigma.edge.ApiException;
import dev.sigma.edge.ErrorBody;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Passes the gateway's events on as they come. A browser that leaves ends the gateway's call. */
@Component
class GatewayStream {

  private static final Logger log = LoggerFactory.getLogger(GatewayStream.class);
  private static final long LARGEST_STREAM = 4L * 1024 * 1024;

  private final WebClient http;
  private final PlaygroundSettings settings;
  private final JsonMapper json;

  GatewayStream(WebClient gatewayHttp, PlaygroundSettings settings, JsonMapper json) {
    this.http = gatewayHttp;
    this.settings = settings;
    this.json = json;
  }

  /** Writes the gateway's answer to {@code body} to {@code out}. */
  Mono<Void> pass(byte[] body, ServerHttpResponse out) {
    if (settings.apiKey().isEmpty()) {
      return Mono.error(
          ApiException.notReady("SIGMA_API_KEY is not set, so the playground cannot ask"));
    }
    Flux<DataBuffer> answer =
        http.post()
            .uri(settings.commands())
            .contentType(MediaType.APPLICATION_JSON)
            .headers(
                h -> {
                  h.setBearerAuth(settings.apiKey());
                  h.set("X-Request-Id", String.valueOf(out.getHeaders().getFirst("X-Request-Id")));
                })
            .bodyValue(body)
            .exchangeToFlux(response -> read(response, out))
            .onErrorMap(GatewayStream::asApiException);
    return out.writeAndFlushWith(
        answer
            .onErrorResume(e -> isStream(out), e -> Mono.just(errorEvent(e, out)))
            .map(Mono::just));
  }

  private static boolean isStream(ServerHttpResponse out) {
    return MediaType.TEXT_EVENT_STREAM.isCompatibleWith(out.getHeaders().getContentType());
  }

  private static Flux<DataBuffer> read(ClientResponse response, ServerHttpResponse out) {
    HttpStatusCode status = response.statusCode();
    MediaType type = response.headers().contentType().orElse(MediaType.APPLICATION_OCTET_STREAM);
    if (status.value() == 200 && MediaType.TEXT_EVENT_STREAM.isCompatibleWith(type)) {
      out.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
      return bounded(response.bodyToFlux(DataBuffer.class));
    }
    if (status.value() == 401 || status.value() == 403) {
      // to a browser, 401 would say that its session has ended
      return refused(response, "The gateway refuses SIGMA_API_KEY");
    }
    if (!status.isError() || !MediaType.APPLICATION_JSON.isCompatibleWith(type)) {
      return refused(response, "The gateway's answer is none of its own (SIGMA_GATEWAY_URL?)");
    }
    return response
        .bodyToMono(byte[].class)
        .map(
            bytes -> {
              out.setStatusCode(status);
              out.getHeaders().setContentType(MediaType.APPLICATION_JSON);
              response.headers().header(HttpHeaders.RETRY_AFTER).stream()
                  .findFirst()
                  .ifPresent(v -> out.getHeaders().set(HttpHeaders.RETRY_AFTER, v));
              return out.bufferFactory().wrap(bytes);
            })
        .flux();
  }

  private static Flux<DataBuffer> refused(ClientResponse response, String why) {
    return response
        .releaseBody()
        .thenMany(Flux.error(ApiException.of(HttpStatus.BAD_GATEWAY, "upstream_error", why)));
  }

  private static Flux<DataBuffer> bounded(Flux<DataBuffer> chunks) {
    return Flux.defer(
        () -> {
          long[] bytes = {0};
          return chunks.handle(
              (chunk, sink) -> {
                bytes[0] += chunk.readableByteCount();
                if (bytes[0] > LARGEST_STREAM) {
                  DataBufferUtils.release(chunk);
                  sink.error(
                      ApiException.of(
                          HttpStatus.BAD_GATEWAY, "upstream_error", "The answer does not end"));
                } else {
                  sink.next(chunk);
                }
              });
        });
  }

  private static ApiException asApiException(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof ApiException a) {
        return a;
      }
      if (t instanceof TimeoutException || t instanceof io.netty.handler.timeout.TimeoutException) {
        return ApiException.of(
            HttpStatus.GATEWAY_TIMEOUT, "timeout", "The gateway did not answer in time");
      }
    }
    log.warn("the gateway failed: {}", e.toString());
    return ApiException.of(
        HttpStatus.BAD_GATEWAY,
        "upstream_error",
        "The gateway cannot be reached, or its answer broke off");
  }

  private DataBuffer errorEvent(Throwable e, ServerHttpResponse out) {
    String data = json.writeValueAsString(ErrorBody.of(asApiException(e)));
    String frame = "\n\nevent: error\ndata: " + data + "\n\n";
    return out.bufferFactory().wrap(frame.getBytes(StandardCharsets.UTF_8));
  }
}
