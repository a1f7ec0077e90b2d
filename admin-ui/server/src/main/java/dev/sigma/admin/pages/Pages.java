package dev.sigma.admin.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * All files of the web pages by their path. They are few and small, so they are read once: no event
 * loop ever reads a file, and no path can lead out of the folder.
 */
@Component
public class Pages {

  private static final Logger log = LoggerFactory.getLogger(Pages.class);
  private static final String FOLDER = "/static/";

  /** Paths that the script in index.html turns into a view. */
  private static final List<String> VIEWS = List.of("/", "/overview", "/playground", "/password");

  private static final Map<String, MediaType> TYPES =
      Map.of(
          "html", MediaType.valueOf("text/html;charset=UTF-8"),
          "js", MediaType.valueOf("text/javascript;charset=UTF-8"),
          "css", MediaType.valueOf("text/css;charset=UTF-8"),
          "svg", MediaType.valueOf("image/svg+xml"));

  private final Map<String, Page> byPath = new HashMap<>();

  Pages() throws IOException {
    for (Resource r :
        new PathMatchingResourcePatternResolver().getResources("classpath*:/static/**/*.*")) {
      String url = r.getURL().toString();
      byPath.put(url.substring(url.lastIndexOf(FOLDER) + FOLDER.length() - 1), read(r));
    }
    Page index = byPath.get("/index.html");
    if (index == null) {
      log.warn("no web pages are packed, the API alone is served (build without -Dsigma.web.skip)");
    } else {
      VIEWS.forEach(v -> byPath.put(v, index));
    }
  }

  /** The file at {@code path}, compared as it stands in the request line. */
  public Optional<Page> page(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  private static Page read(Resource resource) throws IOException {
    String name = String.valueOf(resource.getFilename());
    MediaType type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      throw new UncheckedIOException(
          new IOException("static/%s (expected: one of %s)".formatted(name, TYPES.keySet())));
    }
    byte[] bytes = resource.getContentAsByteArray();
    return new Page(bytes, type, "\"" + hash(bytes) + "\"");
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
