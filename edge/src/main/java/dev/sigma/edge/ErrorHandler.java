package dev.sigma.edge;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The one place where an exception becomes an answer. */
@Order(-2) // before Spring Boot's own, which is at -1
class ErrorHandler implements WebExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ErrorHandler.class);

  private final JsonMapper json;

  ErrorHandler(JsonMapper json) {
    this.json = json;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
    var response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(thrown);
    }
    ApiException e = asApiException(exchange, thrown);
    response.setStatusCode(e.status());
    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
    e.retryAfter()
        .ifPresent(
            d -> response.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(d.toSeconds())));
    Map<String, Object> body = ErrorBody.of(e);
    return response.writeWith(
        Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(body))));
  }

  private static ApiException asApiException(ServerWebExchange exchange, Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof ApiException e) {
        return e;
      }
      if (t instanceof DataBufferLimitException) {
        return ApiException.of(
            HttpStatus.CONTENT_TOO_LARGE,
            "request_too_large",
            "request body (expected: at most 512 KiB)");
      }
    }
    if (thrown instanceof ResponseStatusException e) {
      return ofStatus(exchange, HttpStatus.valueOf(e.getStatusCode().value()));
    }
    log.error(
        "{} {} failed", exchange.getRequest().getMethod(), exchange.getRequest().getPath(), thrown);
    return ApiException.of(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "internal_error",
        "The worker failed on this request; its log says why");
  }

  private static ApiException ofStatus(ServerWebExchange exchange, HttpStatus status) {
    String asked =
        exchange.getRequest().getMethod() + " " + exchange.getRequest().getPath().value();
    return switch (status) {
      case NOT_FOUND ->
          ApiException.of(status, "not_found", asked + " (expected: a path of this API, see docs)");
      case METHOD_NOT_ALLOWED ->
          ApiException.of(status, "method_not_allowed", asked + " (expected: another method)");
      case UNSUPPORTED_MEDIA_TYPE ->
          ApiException.of(
              status, "unsupported_media_type", "Content-Type (expected: application/json)");
      case NOT_ACCEPTABLE ->
          ApiException.of(
              status, "not_acceptable", "Accept (expected: application/json or text/event-stream)");
      default ->
          ApiException.of(
              status,
              status.is4xxClientError() ? "invalid_request" : "internal_error",
              status.getReasonPhrase());
    };
  }
}
