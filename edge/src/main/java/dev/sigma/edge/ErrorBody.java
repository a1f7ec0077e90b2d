package dev.sigma.edge;

import java.util.LinkedHashMap;
import java.util.Map;

/** The OpenAI error shape: {@code {"error":{"message","type","param","code"}}}. */
public final class ErrorBody {

  private ErrorBody() {}

  /** The body for {@code e}, ready to be written as JSON. */
  public static Map<String, Object> of(ApiException e) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", String.valueOf(e.getMessage()));
    error.put("type", e.type());
    error.put("param", e.param().orElse(null));
    error.put("code", e.code());
    return Map.of("error", error);
  }
}
