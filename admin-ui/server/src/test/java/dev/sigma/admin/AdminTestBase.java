package dev.sigma.admin;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The admin server on a real port, a service beside it that does as it is told. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "sigma.admin.setup-code=" + AdminTestBase.CODE,
      "sigma.admin.playground.api-key=" + AdminTestBase.KEY,
      "sigma.admin.overview.interval=100ms",
      "sigma.admin.overview.timeout=1s"
    })
@Import(TestClock.class)
public abstract class AdminTestBase {

  protected static final String CODE = "0123456789abcdef";
  protected static final String PASSWORD = "long enough for anyone";
  protected static final String KEY = "sk-the-gateways-key";
  protected static final WireMockServer SERVICE =
      new WireMockServer(wireMockConfig().dynamicPort());

  @LocalServerPort protected int port;
  @Autowired protected MovableClock clock;
  protected final HttpClient http = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) {
    SERVICE.start();
    properties.add(
        "sigma.admin.data",
        () -> {
          try {
            return Files.createTempDirectory("sigma-admin").toString();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    properties.add("sigma.admin.playground.gateway", SERVICE::baseUrl);
    properties.add(
        "sigma.admin.overview.services",
        () -> "worker-1=" + SERVICE.baseUrl() + ",cache=http://127.0.0.1:1");
  }

  @BeforeEach
  void passwordIsSet() throws Exception {
    SERVICE.resetAll();
    clock.move(Duration.ofMinutes(2)); // attempts of other tests are forgotten
    if (get("/api/session", "").body().contains("setup")) {
      HttpResponse<String> answer =
          post("/api/setup", "", "{\"code\":\"%s\",\"password\":\"%s\"}".formatted(CODE, PASSWORD));
      assertThat(answer.statusCode()).isEqualTo(204);
    }
  }

  /** A request as the pages send it; {@code cookie} may be empty. */
  protected HttpRequest.Builder request(String path, String cookie) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .header("X-Sigma-Admin", "1");
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  protected HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  protected HttpResponse<String> get(String path, String cookie) throws Exception {
    return send(request(path, cookie).GET());
  }

  protected HttpResponse<String> post(String path, String cookie, String body) throws Exception {
    return send(request(path, cookie).POST(BodyPublishers.ofString(body)));
  }

  /** Logs in; the cookie as it is to be sent back. */
  protected String login() throws Exception {
    HttpResponse<String> answer = login(PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(204);
    return cookie(answer);
  }

  protected HttpResponse<String> login(String password) throws Exception {
    return post("/api/login", "", "{\"password\":\"" + password + "\"}");
  }

  protected static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  protected static void assertRefused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.body()).startsWith("{\"error\":{").contains("\"code\":\"" + code + "\"");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
  }
}
