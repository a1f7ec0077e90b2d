package dev.sigma.gateway.access;

import dev.sigma.edge.identity.InternalTokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may call.
 *
 * @param keys entries {@code tenant:<SHA-256 of the API key, 64 hex digits>}
 */
@ConfigurationProperties("sigma.gateway")
record ApiKeySettings(List<String> keys) {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  ApiKeySettings {
    keys = keys == null ? List.of() : List.copyOf(keys);
    parse(keys);
  }

  /** Tenants by the hash of their key. */
  Map<String, String> tenants() {
    return parse(keys);
  }

  private static Map<String, String> parse(List<String> keys) {
    Map<String, String> tenants = new LinkedHashMap<>();
    for (String entry : keys) {
      int colon = entry.indexOf(':');
      String tenant = colon < 0 ? "" : entry.substring(0, colon).strip();
      String hash = entry.substring(colon + 1).strip();
      if (!InternalTokens.TENANT.matcher(tenant).matches() || !HASH.matcher(hash).matches()) {
        throw new IllegalArgumentException(
            "SIGMA_GATEWAY_KEYS: an entry for tenant \"%s\" (expected: <tenant>:<SHA-256 of the key, 64 lower-case hex digits>)"
                .formatted(tenant));
      }
      tenants.put(hash, tenant);
    }
    if (tenants.isEmpty()) {
      throw new IllegalArgumentException(
          "SIGMA_GATEWAY_KEYS: empty (expected: at least one <tenant>:<SHA-256 of the key>)");
    }
    return tenants;
  }
}
