package dev.sigma.admin.overview;

import dev.sigma.admin.http.BaseUrl;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A service of the platform, as configured.
 *
 * @param name begins with its kind
 * @param url base URL
 */
record Service(String name, Kind kind, URI url) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{0,62}");

  /**
   * Reads {@code <name>=<base URL>}.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  static Service parse(String entry) {
    int equals = entry.indexOf('=');
    String name = equals < 0 ? "" : entry.substring(0, equals).strip();
    Optional<Kind> kind = NAME.matcher(name).matches() ? Kind.of(name) : Optional.empty();
    Optional<URI> url = BaseUrl.parse(entry.substring(equals + 1).strip());
    if (kind.isEmpty() || url.isEmpty()) {
      throw new IllegalArgumentException(
          "SIGMA_ADMIN_SERVICES: \"%s\" (expected: <name>=http://<host>:<port>, the name beginning with gateway, worker or cache)"
              .formatted(entry));
    }
    return new Service(name, kind.get(), url.get());
  }

  /** Host and port. */
  String address() {
    return url.getRawAuthority();
  }
}
