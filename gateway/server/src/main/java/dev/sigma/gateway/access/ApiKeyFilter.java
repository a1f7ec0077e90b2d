package dev.sigma.gateway.access;

import dev.sigma.edge.ApiException;
import dev.sigma.edge.identity.OpenPaths;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Turns the API key of a call to {@code /v1} into its tenant; refuses calls without one. */
@Component
@Order(10)
class ApiKeyFilter implements WebFilter {

  private static final int LONGEST_KEY = 512;

  private final Map<String, String> tenants;

  ApiKeyFilter(ApiKeySettings settings) {
    tenants = settings.tenants();
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (OpenPaths.contains(exchange)) {
      return chain.filter(exchange);
    }
    return Mono.defer(
        () -> {
          String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
          exchange.getAttributes().put(Tenant.ATTRIBUTE, tenant(header));
          return chain.filter(exchange);
        });
  }

  private Tenant tenant(@Nullable String header) {
    if (header == null || !header.startsWith("Bearer ") || header.length() > LONGEST_KEY) {
      throw refused("no API key (expected: Authorization: Bearer <API key>)");
    }
    String given = hash(header.substring("Bearer ".length()).strip());
    String found = null;
    // every entry is compared, in constant time: how long it takes tells nothing about the keys
    for (Map.Entry<String, String> entry : tenants.entrySet()) {
      if (MessageDigest.isEqual(bytes(entry.getKey()), bytes(given))) {
        found = entry.getValue();
      }
    }
    if (found == null) {
      throw refused("an API key that this platform does not know (expected: one of its keys)");
    }
    return new Tenant(found);
  }

  private static ApiException refused(String message) {
    return ApiException.unauthorized("invalid_api_key", message);
  }

  private static String hash(String key) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(key)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
