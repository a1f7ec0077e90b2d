package dev.sigma.edge;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives every answer, also an error, an {@code X-Request-Id}: the caller's where it is printable.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIdFilter implements WebFilter {

  private static final String HEADER = "X-Request-Id";
  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,128}");

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String id = accepted(exchange.getRequest().getHeaders().getFirst(HEADER));
    exchange.getResponse().getHeaders().set(HEADER, id);
    return chain.filter(exchange);
  }

  private static String accepted(@Nullable String given) {
    return given != null && PRINTABLE.matcher(given).matches()
        ? given
        : "req_" + UUID.randomUUID().toString().replace("-", "");
  }
}
