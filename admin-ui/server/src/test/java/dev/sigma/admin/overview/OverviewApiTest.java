package dev.sigma.admin.overview;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.sigma.admin.AdminTestBase;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a service does, the overview says what it saw, and says it soon. */
class OverviewApiTest extends AdminTestBase {

  private static final String METRICS =
      """
      # TYPE sigma_requests_running gauge
      sigma_requests_running 3.0
      sigma_prompt_tokens_cached_total{source="local"} 1.0E7
      sigma_gateway_worker_ready{worker="x"} 1
      jvm_threads_live_threads 12
      """;

  @BeforeEach
  void serviceIsReady() {
    readiness(ok("{\"status\":\"UP\"}"));
    metrics(ok(METRICS));
  }

  private static void readiness(ResponseDefinitionBuilder answer) {
    SERVICE.stubFor(WireMock.get(urlEqualTo("/health/readiness")).willReturn(answer));
  }

  private static void metrics(ResponseDefinitionBuilder answer) {
    SERVICE.stubFor(WireMock.get(urlEqualTo("/metrics")).willReturn(answer));
  }

  private JsonNode service(int index) throws Exception {
    HttpResponse<String> answer = get("/api/overview", login());
    assertThat(answer.statusCode()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body()).path("services").path(index);
  }

  private void assertNoFigures(boolean ready, String reason) throws Exception {
    JsonNode worker = service(0);
    assertThat(worker.path("reason").stringValue()).contains(reason);
    assertThat(worker.path("ready").booleanValue()).isEqualTo(ready);
    assertThat(worker.path("figures").size()).isZero();
  }

  @Test
  void ready_figuresAreTheServicesOwnText() throws Exception {
    JsonNode worker = service(0);
    assertThat(worker.path("name").stringValue()).isEqualTo("worker-1");
    assertThat(worker.path("kind").stringValue()).isEqualTo("worker");
    assertThat(worker.path("address").stringValue()).isEqualTo("localhost:" + SERVICE.port());
    assertThat(worker.path("ready").booleanValue()).isTrue();
    assertThat(worker.path("taken").stringValue()).isEqualTo(clock.instant().toString());
    assertThat(worker.has("reason")).isFalse();
    assertThat(worker.path("figures").toString())
        .isEqualTo(
            "[{\"name\":\"sigma_requests_running\",\"labels\":{},\"value\":\"3.0\"},"
                + "{\"name\":\"sigma_prompt_tokens_cached_total\",\"labels\":{\"source\":\"local\"},\"value\":\"1.0E7\"}]");
  }

  @Test
  void nothingListens_isDown() throws Exception {
    JsonNode cache = service(1);
    assertThat(cache.path("answers").booleanValue()).isFalse();
    assertThat(cache.path("ready").booleanValue()).isFalse();
    assertThat(cache.path("reason").stringValue()).isEqualTo("nothing listens there");
    assertThat(cache.path("figures").size()).isZero();
  }

  @Test
  void notReady_saysWhyItself_andKeepsItsFigures() throws Exception {
    readiness(
        aResponse()
            .withStatus(503)
            .withBody(
                "{\"components\":{\"engine\":{\"details\":{\"reason\":\"kernels are being built\"}}}}"));
    JsonNode worker = service(0);
    assertThat(worker.path("answers").booleanValue()).isTrue();
    assertThat(worker.path("ready").booleanValue()).isFalse();
    assertThat(worker.path("reason").stringValue()).isEqualTo("kernels are being built");
    assertThat(worker.path("figures").size()).isEqualTo(2);
    readiness(aResponse().withStatus(500).withBody("<html>"));
    assertThat(service(0).path("reason").stringValue()).contains("status 500");
  }

  @Test
  void hangs_isDownWithinTheTimeout() throws Exception {
    SERVICE.stubFor(WireMock.get(anyUrl()).willReturn(aResponse().withFixedDelay(5000)));
    String cookie = login();
    long began = System.nanoTime();
    HttpResponse<String> answer = get("/api/overview", cookie);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
    assertThat(answer.body()).contains("no answer within 1000 ms");
  }

  @Test
  void dripsForEver_isCutOff() throws Exception {
    metrics(ok(METRICS).withChunkedDribbleDelay(20, 10_000));
    assertNoFigures(true, "no answer within 1000 ms");
  }

  @Test
  void metricsThatCannotBeRead_giveNoFigures_andReadinessStands() throws Exception {
    metrics(ok("sigma_requests_running 3.0\nsigma_requests_waiting three\n"));
    assertNoFigures(true, "its metrics cannot be read: line 2");
    metrics(ok().withBody(new byte[] {'a', ' ', (byte) 0xff}));
    assertNoFigures(true, "not UTF-8");
    metrics(aResponse().withStatus(404));
    assertNoFigures(true, "status 404");
    metrics(ok("# " + "x".repeat(1 << 20)));
    assertNoFigures(true, "more than 1 MiB");
    metrics(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    assertNoFigures(true, "its metrics cannot be read");
    metrics(aResponse().withStatus(302).withHeader("Location", "/health"));
    assertNoFigures(true, "status 302");
  }

  @Test
  void stream_pollsWhileSomebodyWatches_andThenNoMore() throws Exception {
    String cookie = login();
    try (BufferedReader events = open(cookie);
        BufferedReader others = open(cookie)) {
      assertThat(next(events)).contains("\"ready\":true");
      assertThat(next(others)).contains("\"ready\":true");
      readiness(aResponse().withStatus(503));
      await()
          .atMost(Duration.ofSeconds(3))
          .until(() -> next(events).contains("answers with status 503"));
    }
    await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () -> {
              SERVICE.resetRequests();
              Thread.sleep(500);
              return SERVICE.findAll(getRequestedFor(anyUrl())).isEmpty();
            });
  }

  @Test
  void stream_endsWithItsSession() throws Exception {
    String cookie = login();
    try (BufferedReader events = open(cookie)) {
      next(events);
      post("/api/logout", cookie, "{}");
      assertThat(events.lines().count()).isLessThan(20); // it ends
    }
  }

  private BufferedReader open(String cookie) throws Exception {
    HttpResponse<InputStream> answer =
        http.send(
            request("/api/overview/stream", cookie).GET().build(), BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  private static String next(BufferedReader events) throws Exception {
    for (String line = events.readLine(); line != null; line = events.readLine()) {
      if (line.startsWith("data:")) {
        return line;
      }
    }
    return "";
  }
}
