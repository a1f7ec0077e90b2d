package dev.sigma.admin.access;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/** The cookie that holds a session's id: for this site alone, and for no script. */
final class SessionCookie {

  private static final String NAME = "sigma_admin";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}"); // 256 bits in base64

  private SessionCookie() {}

  static Optional<String> id(ServerHttpRequest request) {
    return Optional.ofNullable(request.getCookies().getFirst(NAME))
        .map(HttpCookie::getValue)
        .filter(v -> ID.matcher(v).matches());
  }

  static void set(ServerWebExchange exchange, String id) {
    exchange.getResponse().addCookie(cookie(exchange, id, Sessions.LONGEST));
  }

  static void clear(ServerWebExchange exchange) {
    exchange.getResponse().addCookie(cookie(exchange, "", Duration.ZERO));
  }

  private static ResponseCookie cookie(ServerWebExchange exchange, String value, Duration age) {
    return ResponseCookie.from(NAME, value)
        .httpOnly(true)
        .sameSite("Strict")
        .path("/")
        .secure("https".equals(exchange.getRequest().getURI().getScheme()))
        .maxAge(age)
        .build();
  }
}
