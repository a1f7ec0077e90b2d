package dev.sigma.edge.identity;

import dev.sigma.edge.ApiException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets only calls with a valid internal token of a given scope go beyond health and metrics. */
@Order(10)
public final class InternalTokenFilter implements WebFilter {

  private final InternalTokens tokens;
  private final String audience;
  private final String scope;

  /**
   * @param audience this service's name in tokens
   * @param scope what a caller must be allowed to do
   */
  public InternalTokenFilter(InternalTokens tokens, String audience, String scope) {
    this.tokens = tokens;
    this.audience = audience;
    this.scope = scope;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (OpenPaths.contains(exchange)) {
      return chain.filter(exchange);
    }
    return Mono.defer(
        () -> {
          String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
          Caller caller = tokens.check(header, audience);
          if (!caller.scopes().contains(scope)) {
            throw ApiException.forbidden("scope of the internal token (expected: " + scope + ")");
          }
          exchange.getAttributes().put(Caller.ATTRIBUTE, caller);
          return chain.filter(exchange);
        });
  }
}
