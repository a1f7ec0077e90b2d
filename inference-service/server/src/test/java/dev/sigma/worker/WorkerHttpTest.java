package dev.sigma.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sigma.edge.identity.Caller;
import dev.sigma.edge.identity.InternalTokenSettings;
import dev.sigma.edge.identity.InternalTokens;
import dev.sigma.worker.engine.EngineSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The worker's HTTP edge on a real port, over an engine that does as it is told. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "sigma.internal.key=" + WorkerHttpTest.KEY,
      "sigma.worker.model-dir=src/test/resources/model"
    })
class WorkerHttpTest {

  static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final ScriptedEngine ENGINE = new ScriptedEngine();

  @TestConfiguration
  static class Scripted {
    @Bean
    @Primary
    EngineSource scriptedEngine() {
      return () -> ENGINE;
    }
  }

  @LocalServerPort private int port;
  private final HttpClient http = HttpClient.newHttpClient();
  private final InternalTokens tokens =
      new InternalTokens(new InternalTokenSettings(KEY), Clock.systemUTC());

  @BeforeEach
  void ready() {
    await().until(() -> get("/health/readiness").statusCode() == 200);
  }

  @AfterEach
  void nothingIsPending() {
    await().atMost(Duration.ofSeconds(5)).until(() -> ENGINE.running.get() == 0);
  }

  private String token(String audience, String scope) {
    return tokens.mint(new Caller("acme", "gateway", Set.of(scope)), audience);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(20))
        .header("Authorization", "Bearer " + token("sigma-worker", "generate"))
        .header("Content-Type", "application/json");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, byte[] body) throws Exception {
    return http.send(
        request(path).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> chat(String content, String more) throws Exception {
    return post("/v1/chat/completions", body(content, more).getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> text(String body) throws Exception {
    return post("/v1/completions", body.getBytes(StandardCharsets.UTF_8));
  }

  private static String body(String content, String more) {
    return "{\"model\":\"scripted\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]%s}"
        .formatted(content, more);
  }

  @Test
  void chat_whole_hasTheOpenAiShape() throws Exception {
    HttpResponse<String> answer = chat("x", ",\"return_token_ids\":true,\"logprobs\":true,\"n\":2");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"object\":\"chat.completion\"")
        .contains("\"message\":{")
        .contains("\"content\":\"hi\"")
        .contains("\"index\":1")
        .contains("\"token_ids\":[104,105]")
        .contains("\"prompt_token_ids\":[120]")
        .contains("\"logprob\":-0.5")
        .contains("\"finish_reason\":\"stop\"")
        .contains("\"total_tokens\":5")
        .contains("\"system_fingerprint\":\"exact-scripted-none-0123456789ab\"");
  }

  @Test
  void chat_streamed_endsWithUsageAndDone() throws Exception {
    HttpResponse<String> answer =
        chat("x", ",\"stream\":true,\"stream_options\":{\"include_usage\":true}");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    String[] frames = answer.body().split("\n\n");
    assertThat(frames).hasSize(6).allMatch(f -> f.startsWith("data: "));
    assertThat(frames[0]).contains("\"role\":\"assistant\"");
    assertThat(frames[1])
        .contains("\"delta\":{\"content\":\"h\"}")
        .contains("\"finish_reason\":null");
    assertThat(frames[2]).contains("\"delta\":{\"content\":\"i\"}");
    assertThat(frames[3]).contains("\"delta\":{}").contains("\"finish_reason\":\"stop\"");
    assertThat(frames[4]).contains("\"choices\":[]").contains("\"completion_tokens\":2");
    assertThat(frames[5]).isEqualTo("data: [DONE]");
  }

  @Test
  void completions_tokenIds_areTakenAsThePrompt() throws Exception {
    HttpResponse<String> answer =
        text("{\"model\":\"scripted\",\"prompt\":[65,67],\"logprobs\":1}");
    assertThat(answer.body())
        .contains("\"object\":\"text_completion\"")
        .contains("\"text\":\"hi\"")
        .contains("\"text_offset\":[0,1]")
        .contains("\"prompt_tokens\":2");
  }

  @Test
  void completions_nBest_areNoMoreThanThereAre() throws Exception {
    HttpResponse<String> answer =
        text("{\"model\":\"scripted\",\"prompt\":[65,67],\"n\":4,\"n_best\":true,\"logprobs\":1}");
    assertThat(answer.body())
        .contains("\"index\":0,\"text\":\"hi\"")
        .contains("\"top_logprobs\":[{\"h\":-0.5},{\"i\":-0.5}]")
        .doesNotContain("\"index\":1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /v1/chat/completions | ''                                                   | 400 | invalid_json
          /v1/chat/completions | {                                                    | 400 | invalid_json
          /v1/chat/completions | []                                                   | 400 | invalid_json
          /v1/chat/completions | {}                                                   | 400 | invalid_request
          /v1/chat/completions | {"model":"other"}                                    | 404 | model_not_found
          /v1/chat/completions | {"model":7}                                          | 400 | invalid_request
          /v1/chat/completions | {"model":"scripted","messages":[]}                   | 400 | invalid_request
          /v1/chat/completions | {"model":"scripted","messages":[{"role":"root"}]}    | 400 | invalid_request
          /v1/completions      | {"model":"scripted","prompt":"x","max_tokens":-1}    | 400 | invalid_request
          /v1/completions      | {"model":"scripted","prompt":"x","max_tokens":0}     | 400 | invalid_request
          /v1/completions      | {"model":"scripted","prompt":"x","max_tokens":64}    | 400 | context_length_exceeded
          /v1/completions      | {"model":"scripted","prompt":""}                     | 400 | invalid_request
          /v1/completions      | {"model":"scripted","prompt":[128]}                  | 400 | invalid_request
          /v1/completions      | {"model":"scripted","prompt":"x","temperature":"hot"} | 400 | invalid_request
          /v1/completions      | {"model":"scripted","prompt":"x","top_p":0}          | 400 | invalid_request
          /v1/completions      | {"model":"scripted","prompt":"x","stop":[""]}        | 400 | invalid_request
          /v1/completions      | {"model":"scripted","prompt":"x","n_best":1}         | 400 | invalid_request
          /v1/completions      | {"model":"scripted","prompt":"x","n":17}              | 400 | invalid_request
          /v1/completions      | {"model":"scripted","prompt":"x","n_best":true,"n":33} | 400 | invalid_request
          /v1/completions      | {"model":"scripted","prompt":"x","n_best":true,"stream":true} | 400 | invalid_request
          /v1/completions      | {"model":"scripted","prompt":"x","n_best":true,"temperature":0} | 400 | invalid_request
          /v1/completions      | {"model":"scripted","prompt":"x","n_best":true,"stop":"a"} | 400 | invalid_request
          /v1/nothing          | {}                                                   | 404 | not_found
          """)
  void badInput_isRefusedInTheOpenAiShape(String path, String body, int status, String code)
      throws Exception {
    assertRefused(post(path, body.getBytes(StandardCharsets.UTF_8)), status, code);
  }

  @Test
  void badInput_sizesAndKinds_areRefused() throws Exception {
    assertRefused(post("/v1/completions", new byte[1024 * 1024]), 413, "request_too_large");
    assertRefused(post("/v1/completions", new byte[] {0, -1, 7, -128}), 400, "invalid_json");
    assertRefused(chat("x".repeat(64), ""), 400, "context_length_exceeded");
    HttpRequest.Builder wrongType =
        request("/v1/completions").setHeader("Content-Type", "text/plain");
    assertRefused(
        http.send(
            wrongType.POST(HttpRequest.BodyPublishers.ofString("x")).build(),
            BodyHandlers.ofString()),
        415,
        "unsupported_media_type");
    assertRefused(
        http.send(request("/v1/completions").GET().build(), BodyHandlers.ofString()),
        405,
        "method_not_allowed");
  }

  @Test
  void noOrWrongToken_isRefused() throws Exception {
    assertRefused(get("/v1/models"), 401, "invalid_token");
    for (String audience : new String[] {"sigma-cache", "sigma-worker"}) {
      HttpRequest r =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/models"))
              .header("Authorization", "Bearer " + token(audience, "admin"))
              .build();
      boolean otherAudience = audience.equals("sigma-cache");
      assertRefused(
          http.send(r, BodyHandlers.ofString()),
          otherAudience ? 401 : 403,
          otherAudience ? "invalid_token" : "insufficient_scope");
    }
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"").contains("\"message\":\"");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    assertThat(answer.body()).startsWith("{\"error\":{").doesNotContain("java.");
  }

  @Test
  void models_tellWhatTheConfidenceIsWorth() throws Exception {
    assertThat(http.send(request("/v1/models").build(), BodyHandlers.ofString()).body())
        .contains("\"calibration\":{\"points\":[[0,0],[0.5,0.4],[1,0.9]],\"threshold\":0.8}");
  }

  @Test
  void models_tellWhatTheirPromptHolds() throws Exception {
    assertThat(http.send(request("/v1/models").build(), BodyHandlers.ofString()).body())
        .contains("\"prompt\":{\"table_digest\":true}");
  }

  @Test
  void requestId_isEchoedWherePrintable() throws Exception {
    HttpResponse<String> answer =
        http.send(
            request("/v1/models").header("X-Request-Id", "abc-1").build(), BodyHandlers.ofString());
    assertThat(answer.headers().firstValue("X-Request-Id")).hasValue("abc-1");
    assertThat(answer.body()).contains("\"id\":\"scripted\"");
  }

  @Test
  void queueFull_is429BeforeAnyByte() throws Exception {
    for (String more : new String[] {"", ",\"stream\":true"}) {
      HttpResponse<String> answer = chat("" + ScriptedEngine.FULL, more);
      assertRefused(answer, 429, "queue_full");
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }
  }

  @Test
  void failure_midStream_endsWithAnErrorEvent() throws Exception {
    HttpResponse<String> answer = chat("" + ScriptedEngine.BREAKS, ",\"stream\":true");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"content\":\"h\"")
        .contains("event: error\ndata: {\"error\"");
    assertThat(answer.body()).doesNotContain("[DONE]").doesNotContain("the device is gone");
    assertRefused(chat("" + ScriptedEngine.BREAKS, ""), 500, "internal_error");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void callerLeaves_generationIsCancelled(boolean stream) throws Exception {
    int before = ENGINE.cancelled.get();
    HttpClient leaving = HttpClient.newHttpClient();
    var pending =
        leaving.sendAsync(
            request("/v1/chat/completions")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        body("" + ScriptedEngine.ENDLESS, ",\"stream\":" + stream)))
                .build(),
            BodyHandlers.ofInputStream());
    await().until(() -> ENGINE.running.get() == 1);
    if (stream) {
      pending.get().body().close();
    } else {
      pending.cancel(true);
    }
    leaving.shutdownNow();
    await().atMost(Duration.ofSeconds(3)).until(() -> ENGINE.cancelled.get() == before + 1);
  }

  @Test
  void management_showsHealthAndMetricsOnly() throws Exception {
    chat("x", "");
    String metrics = get("/metrics").body();
    assertThat(metrics)
        .contains("sigma_requests_running ")
        .contains("sigma_kv_blocks{state=\"total\"} 4.0")
        .contains("sigma_time_to_first_token_seconds_bucket")
        .contains("sigma_engine_info{backend=\"scripted\"")
        .doesNotContain("acme");
    assertThat(get("/health").statusCode()).isEqualTo(200);
    for (String path : new String[] {"/env", "/actuator", "/beans", "/"}) {
      assertRefused(get(path), 401, "invalid_token");
    }
  }
}
