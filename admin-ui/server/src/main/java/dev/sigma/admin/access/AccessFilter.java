package dev.sigma.admin.access;

import dev.sigma.admin.pages.Pages;
import dev.sigma.edge.ApiException;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets through what is open to all, and else only requests with a session. What is open is named
 * exactly, as it stands in the request line: another spelling of a path is never open.
 */
@Component
@Order(10)
class AccessFilter implements WebFilter {

  private static final Set<String> OPEN =
      Set.of(
          "GET /api/session",
          "POST /api/login",
          "POST /api/setup",
          "GET /health",
          "GET /health/liveness",
          "GET /health/readiness",
          "GET /metrics");

  private final Sessions sessions;
  private final Pages pages;

  AccessFilter(Sessions sessions, Pages pages) {
    this.sessions = sessions;
    this.pages = pages;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return Mono.defer(
        () -> {
          ServerHttpRequest request = exchange.getRequest();
          SameOrigin.check(request);
          Optional<String> session = SessionCookie.id(request).filter(sessions::use);
          session.ifPresent(
              id ->
                  exchange
                      .getAttributes()
                      .put(LoggedIn.ATTRIBUTE, new LoggedIn(id, () -> sessions.isOpen(id))));
          if (session.isEmpty() && !isOpen(request)) {
            throw ApiException.unauthorized("no_session", "no session (expected: a login)");
          }
          return chain.filter(exchange);
        });
  }

  private boolean isOpen(ServerHttpRequest request) {
    String path = request.getPath().value();
    return OPEN.contains(request.getMethod() + " " + path) || pages.page(path).isPresent();
  }
}
