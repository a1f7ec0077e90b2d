package dev.sigma.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway on a real port, in front of a worker that does as it is told. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "sigma.internal.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
      // SHA-256 of key-of-acme and of key-of-globex
      "sigma.gateway.keys="
          + "acme:689febd264f8b977e29c0fdb75f839eb248ba07d1561b14f2b95f42756943245,"
          + "globex:dd058ac6ebb1b6702f474ea5c9d9203617767b478c5cf97f6a79d43cec63e8ce",
      "sigma.gateway.workers.response-timeout=1s",
      "sigma.gateway.workers.probe-interval=100ms"
    })
abstract class GatewayTestBase {

  static final String CHAT = "/v1/chat/completions";
  static final WireMockServer WORKER = new WireMockServer(wireMockConfig().dynamicPort());

  @LocalServerPort int port;
  final HttpClient http = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void worker(DynamicPropertyRegistry properties) {
    WORKER.start();
    properties.add("sigma.gateway.workers.urls", WORKER::baseUrl);
  }

  @BeforeEach
  void workerIsReady() {
    WORKER.resetAll();
    WORKER.stubFor(get(urlEqualTo("/health/readiness")).willReturn(aResponse().withStatus(200)));
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> send(request("/health/readiness", "").GET()).statusCode() == 200);
  }

  static void workerAnswers(ResponseDefinitionBuilder response) {
    WORKER.stubFor(WireMock.post(urlEqualTo(CHAT)).willReturn(response));
  }

  /**
   * What the worker finds when it is asked for its most probable commands: those {@link #likely}.
   */
  static void likeliestAre(String... choices) {
    WORKER.stubFor(
        WireMock.post(urlEqualTo(CHAT))
            .withRequestBody(matchingJsonPath("$.n", equalTo("32")))
            .withRequestBody(matchingJsonPath("$.n_best", equalTo("true")))
            .atPriority(1)
            .willReturn(
                okJson(
                    "{\"choices\":[%s],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":30}}"
                        .formatted(String.join(",", choices)))));
  }

  static String likely(String command, double logProbability) {
    return "{\"message\":{\"content\":\"%s\"},\"finish_reason\":\"stop\",\"logprobs\":{\"content\":[{\"logprob\":%s}]}}"
        .formatted(command, logProbability);
  }

  /** The worker streams {@code command}, a character a chunk, as the real one does. */
  static ResponseDefinitionBuilder streaming(String command, String finishReason) {
    List<String> frames = new ArrayList<>();
    frames.add(chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null", "null"));
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      String text = c == '"' ? "\\\"" : String.valueOf(c);
      frames.add(
          chunk(
              "{\"content\":\"" + text + "\"}",
              "{\"content\":[{\"token\":\"x\",\"logprob\":-0.01}]}",
              "null"));
    }
    frames.add(chunk("{}", "null", "\"" + finishReason + "\""));
    frames.add(
        "data: {\"model\":\"sigma-commands\",\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":4}}");
    frames.add("data: [DONE]");
    return stream(String.join("\n\n", frames) + "\n\n");
  }

  static ResponseDefinitionBuilder stream(String body) {
    return aResponse().withHeader("Content-Type", "text/event-stream").withBody(body);
  }

  private static String chunk(String delta, String logprobs, String reason) {
    return "data: {\"model\":\"sigma-commands\",\"system_fingerprint\":\"exact-test\",\"choices\":[{\"index\":0,\"delta\":%s,\"logprobs\":%s,\"finish_reason\":%s}]}"
        .formatted(delta, logprobs, reason);
  }

  HttpRequest.Builder request(String path, String key) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json");
    return key.isEmpty() ? builder : builder.header("Authorization", "Bearer " + key);
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return post(path, "key-of-acme", body.getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<String> post(String path, String key, byte[] body) throws Exception {
    return send(request(path, key).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  HttpResponse<String> command(String request) throws Exception {
    return post("/v1/commands", "{\"request\":\"" + request + "\"}");
  }

  static void assertRefused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.body()).startsWith("{\"error\":{").contains("\"code\":\"" + code + "\"");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    assertThat(answer.body()).doesNotContain("java.").doesNotContain("<html");
  }
}
