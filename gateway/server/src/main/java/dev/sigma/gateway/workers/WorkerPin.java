package dev.sigma.gateway.workers;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets a caller choose the worker by a header, and says in the answer which one it was: for
 * demonstrations and tests, where the settings allow it.
 */
@Component
final class WorkerPin implements WebFilter {

  static final String HEADER = "X-Sigma-Worker";

  private final boolean allowed;

  WorkerPin(WorkerSettings settings) {
    allowed = settings.pinning();
  }

  /**
   * What a call on a worker is told of the request that it is made for.
   *
   * @param wanted name of the only worker to ask
   */
  record Choice(@Nullable String wanted, ServerHttpResponse response) {
    void answeredBy(Worker worker) {
      if (!response.isCommitted()) {
        response.getHeaders().set(HEADER, worker.name());
      }
    }
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!allowed) {
      return chain.filter(exchange);
    }
    Choice choice =
        new Choice(exchange.getRequest().getHeaders().getFirst(HEADER), exchange.getResponse());
    return chain.filter(exchange).contextWrite(c -> c.put(Choice.class, choice));
  }
}
