package dev.sigma.edge;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that cannot be answered as asked; becomes an error in the OpenAI shape. */
public class ApiException extends RuntimeException {

  private final HttpStatus status;
  private final String code;
  private final @Nullable String param;
  private final @Nullable Duration retryAfter;

  private ApiException(
      HttpStatus status,
      String code,
      String message,
      @Nullable String param,
      @Nullable Duration retryAfter) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.param = param;
    this.retryAfter = retryAfter;
  }

  /** 400: field {@code param} is not as expected. */
  public static ApiException invalid(String param, String message) {
    return new ApiException(HttpStatus.BAD_REQUEST, "invalid_request", message, param, null);
  }

  /** 400: the body is no JSON object. */
  public static ApiException invalidJson(String message) {
    return new ApiException(HttpStatus.BAD_REQUEST, "invalid_json", message, null, null);
  }

  /** 400: prompt and answer do not fit the model's context. */
  public static ApiException contextExceeded(String param, String message) {
    return new ApiException(
        HttpStatus.BAD_REQUEST, "context_length_exceeded", message, param, null);
  }

  /** 401: {@code code} says what kind of credential is missing. */
  public static ApiException unauthorized(String code, String message) {
    return new ApiException(HttpStatus.UNAUTHORIZED, code, message, null, null);
  }

  /** 403: the token does not allow it. */
  public static ApiException forbidden(String message) {
    return new ApiException(HttpStatus.FORBIDDEN, "insufficient_scope", message, null, null);
  }

  /** 404: the worker does not serve this model. */
  public static ApiException unknownModel(String message) {
    return new ApiException(HttpStatus.NOT_FOUND, "model_not_found", message, "model", null);
  }

  /** 429: as many wait as may. */
  public static ApiException queueFull(String message) {
    return new ApiException(
        HttpStatus.TOO_MANY_REQUESTS, "queue_full", message, null, Duration.ofSeconds(1));
  }

  /** 503: loading, draining or broken. */
  public static ApiException notReady(String message) {
    return new ApiException(
        HttpStatus.SERVICE_UNAVAILABLE, "not_ready", message, null, Duration.ofSeconds(2));
  }

  /** 500: a stream that had begun cannot go on. */
  public static ApiException brokenStream(String message) {
    return of(HttpStatus.INTERNAL_SERVER_ERROR, "internal_error", message);
  }

  /** Any other status. */
  public static ApiException of(HttpStatus status, String code, String message) {
    return new ApiException(status, code, message, null, null);
  }

  /** Any other status, with a time after which to try again. */
  public static ApiException of(
      HttpStatus status, String code, String message, Duration retryAfter) {
    return new ApiException(status, code, message, null, retryAfter);
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** The request field that is wrong, where one is. */
  public Optional<String> param() {
    return Optional.ofNullable(param);
  }

  /** When to try again, where that helps. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** The {@code type} that OpenAI clients know for this status. */
  public String type() {
    return switch (status) {
      case UNAUTHORIZED -> "authentication_error";
      case FORBIDDEN -> "permission_error";
      case TOO_MANY_REQUESTS -> "rate_limit_error";
      default -> status.is5xxServerError() ? "server_error" : "invalid_request_error";
    };
  }
}
