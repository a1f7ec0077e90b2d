package dev.sigma.admin.access;

import dev.sigma.edge.ApiException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Refuses what another site made a browser send. A form or an image cannot set the header, a script
 * elsewhere may not without being asked first; what the browser says of the sender must fit too.
 */
final class SameOrigin {

  static final String HEADER = "X-Sigma-Admin";

  private SameOrigin() {}

  /**
   * Checks a call that may change something.
   *
   * @throws ApiException 403 or 415
   */
  static void check(ServerHttpRequest request) {
    HttpMethod method = request.getMethod();
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      return;
    }
    HttpHeaders headers = request.getHeaders();
    if (!"1".equals(headers.getFirst(HEADER))) {
      throw refused(HEADER, "1");
    }
    String site = headers.getFirst("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin")) {
      throw refused("Sec-Fetch-Site", "same-origin");
    }
    String origin = headers.getFirst(HttpHeaders.ORIGIN);
    if (origin != null && !authority(origin).equals(host(headers.getFirst(HttpHeaders.HOST)))) {
      throw refused("Origin", "this site's own");
    }
    if (!isJson(headers.getFirst(HttpHeaders.CONTENT_TYPE))) {
      throw ApiException.of(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "unsupported_media_type",
          "Content-Type (expected: application/json)");
    }
  }

  private static boolean isJson(@Nullable String type) {
    if (type == null) {
      return false;
    }
    String bare = type.split(";", 2)[0].strip();
    return bare.equalsIgnoreCase(MediaType.APPLICATION_JSON_VALUE);
  }

  /** Host and port of an origin; what is no origin of a site gives what no Host header is. */
  private static String authority(String origin) {
    int slashes = origin.indexOf("://");
    return slashes < 0 ? "(none)" : origin.substring(slashes + 3).toLowerCase(Locale.ROOT);
  }

  private static String host(@Nullable String host) {
    return host == null ? "(no host)" : host.toLowerCase(Locale.ROOT);
  }

  private static ApiException refused(String header, String expected) {
    return ApiException.of(
        HttpStatus.FORBIDDEN, "cross_site", "header %s (expected: %s)".formatted(header, expected));
  }
}
