package dev.sigma.admin.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Base URLs of services: scheme, host and port, nothing else. */
public final class BaseUrl {

  private BaseUrl() {}

  /** The URL, unless {@code text} is none or has a path, a query or a user in it. */
  public static Optional<URI> parse(String text) {
    try {
      URI url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      boolean bare =
          url.getHost() != null
              && url.getRawUserInfo() == null
              && url.getRawPath().isEmpty()
              && url.getRawQuery() == null
              && url.getRawFragment() == null;
      return http && bare ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
