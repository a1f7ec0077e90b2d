package dev.sigma.edge.identity;

import org.springframework.web.server.ServerWebExchange;

/**
 * What needs no credential: health and metrics, which hold no tenant's data. All else does, known
 * or not: a list of what is closed would miss other spellings of it, such as {@code /%761}.
 */
public final class OpenPaths {

  private OpenPaths() {}

  /** Whether the request is for one of them, as it stands in the request line. */
  public static boolean contains(ServerWebExchange exchange) {
    String path = exchange.getRequest().getPath().value();
    return path.equals("/metrics") || path.equals("/health") || path.startsWith("/health/");
  }
}
