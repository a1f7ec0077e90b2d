package dev.sigma.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.admin.AdminTestBase;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class PagesTest extends AdminTestBase {

  private static final String ASSET = "/assets/test-0a1b2c3d.js";

  @Test
  void views_areIndexHtml_askedForAgainEachTime() throws Exception {
    for (String path : new String[] {"/", "/index.html", "/overview", "/playground", "/password"}) {
      HttpResponse<String> answer = get(path, "");
      assertThat(answer.body()).contains("<title>SIGMA admin</title>");
      assertThat(header(answer, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
      assertThat(header(answer, "Content-Security-Policy"))
          .startsWith("default-src 'self';")
          .contains("frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    }
  }

  @Test
  void assets_areKeptForEver() throws Exception {
    HttpResponse<String> answer = get(ASSET, "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
    assertThat(header(answer, "Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
    HttpResponse<String> again =
        send(request(ASSET, "").header("If-None-Match", header(answer, "ETag")).GET());
    assertThat(again.statusCode()).isEqualTo(304);
    HttpRequest.Builder head =
        request(ASSET, "").method("HEAD", HttpRequest.BodyPublishers.noBody());
    assertThat(send(head).statusCode()).isEqualTo(200);
  }

  @Test
  void apiAndErrors_areNeverStored() throws Exception {
    assertThat(header(get("/api/session", ""), "Cache-Control")).isEqualTo("no-store");
    HttpResponse<String> refused = get("/api/overview", "");
    assertThat(header(refused, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(refused, "Content-Security-Policy")).contains("default-src 'self'");
  }

  @Test
  void pathsOutOfTheFolder_areNotServed() throws Exception {
    String cookie = login();
    for (String path :
        new String[] {
          "/assets/..%2f..%2fapplication.yaml", "/..%2fapplication.yaml", "/static/index.html"
        }) {
      assertRefused(get(path, cookie), 404, "not_found");
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
