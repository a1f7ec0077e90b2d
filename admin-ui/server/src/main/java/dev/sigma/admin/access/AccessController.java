package dev.sigma.admin.access;

import dev.sigma.admin.http.RequestBody;
import dev.sigma.edge.ApiException;
import dev.sigma.edge.JsonBody;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** First password, login, logout, change of password. Whatever is wrong, the answer is the same. */
@RestController
class AccessController {

  private static final int LARGEST_BODY = 4096;
  private static final int SHORTEST_PASSWORD = 12;
  private static final int LONGEST_SECRET = 256;

  private final Passwords passwords;
  private final Sessions sessions;
  private final Attempts attempts;
  private final JsonMapper json;

  AccessController(Passwords passwords, Sessions sessions, Attempts attempts, JsonMapper json) {
    this.passwords = passwords;
    this.sessions = sessions;
    this.attempts = attempts;
    this.json = json;
  }

  /** What comes next: {@code setup}, {@code login}, or nothing as the session is {@code open}. */
  @GetMapping("/api/session")
  Map<String, String> session(@RequestAttribute(LoggedIn.ATTRIBUTE) Optional<LoggedIn> session) {
    String state = session.isPresent() ? "open" : passwords.isSet() ? "login" : "setup";
    return Map.of("state", state);
  }

  @PostMapping("/api/setup")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> setup(ServerWebExchange exchange) {
    return body(exchange)
        .flatMap(
            body -> {
              String code = secret(body, "code");
              String password = newPassword(body, "password");
              return attempt(() -> passwords.setFirst(code, password));
            })
        .doOnNext(right -> SessionCookie.set(exchange, sessions.open()))
        .then();
  }

  @PostMapping("/api/login")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> login(ServerWebExchange exchange) {
    return body(exchange)
        .flatMap(
            body -> {
              String password = secret(body, "password");
              return attempt(() -> passwords.matches(password));
            })
        .doOnNext(
            right -> {
              SessionCookie.id(exchange.getRequest()).ifPresent(sessions::close);
              SessionCookie.set(exchange, sessions.open());
            })
        .then();
  }

  @PostMapping("/api/logout")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logout(@RequestAttribute(LoggedIn.ATTRIBUTE) LoggedIn session, ServerWebExchange exchange) {
    sessions.close(session.id());
    SessionCookie.clear(exchange);
  }

  @PostMapping("/api/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> change(
      @RequestAttribute(LoggedIn.ATTRIBUTE) LoggedIn session, ServerWebExchange exchange) {
    return body(exchange)
        .flatMap(
            body -> {
              String current = secret(body, "current");
              String next = newPassword(body, "password");
              return attempt(() -> passwords.change(current, next));
            })
        .doOnNext(right -> sessions.closeAllBut(session.id()))
        .then();
  }

  /** True, or a 401. */
  private Mono<Boolean> attempt(Supplier<Mono<Boolean>> check) {
    Attempts.Attempt attempt = attempts.begin();
    return check
        .get()
        .map(
            right -> {
              if (!right) {
                throw ApiException.unauthorized("not_accepted", "This was not accepted");
              }
              attempts.right(attempt);
              return true;
            });
  }

  private Mono<JsonBody> body(ServerWebExchange exchange) {
    return RequestBody.read(exchange.getRequest(), LARGEST_BODY)
        .map(bytes -> JsonBody.parse(json, bytes));
  }

  private static String newPassword(JsonBody body, String name) {
    String password = secret(body, name);
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST_PASSWORD) {
      throw ApiException.invalid(
          name,
          "%s: %d characters (expected: at least %d)".formatted(name, length, SHORTEST_PASSWORD));
    }
    return password;
  }

  private static String secret(JsonBody body, String name) {
    String secret = body.text(name).orElse("");
    if (secret.isEmpty() || secret.length() > LONGEST_SECRET) {
      throw ApiException.invalid(
          name,
          "%s: %d characters (expected: 1 to %d)".formatted(name, secret.length(), LONGEST_SECRET));
    }
    return secret;
  }
}
