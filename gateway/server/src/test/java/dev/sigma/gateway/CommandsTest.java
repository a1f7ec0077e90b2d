package dev.sigma.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** {@code /v1/commands} as its callers see it. */
@ExtendWith(OutputCaptureExtension.class)
class CommandsTest extends GatewayTestBase {

  @Test
  void command_whole_hasWhatWasComputedAndNothingElse(CapturedOutput log) throws Exception {
    workerAnswers(streaming("rm -r build", "stop"));
    HttpResponse<String> answer = command("delete the folder build");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"command\":\"rm -r build\"")
        .contains("\"shell\":\"bash\"")
        .contains("\"needs_confirmation\":true")
        .contains("\"reasons\":[{")
        .contains("\"confidence\":0.89") // exp(-0.01 * 11)
        .contains("\"completion_tokens\":4")
        .contains("\"system_fingerprint\":\"exact-test\"")
        .contains("{\"start\":0,\"end\":2,\"text\":\"remove files or directories\"}")
        .contains(
            "{\"start\":3,\"end\":5,\"text\":\"remove directories and their contents recursively\"}")
        .doesNotContain("clarification");
    assertThat(log.getAll()).doesNotContain("delete the folder").doesNotContain("key-of-acme");
  }

  @Test
  void worker_isAskedAsTheModelWasTrained_andSeesNoApiKey() throws Exception {
    workerAnswers(streaming("ls", "stop"));
    send(
        request("/v1/commands", "key-of-acme")
            .header("X-Request-Id", "trace-7")
            .header("X-Tenant", "globex")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"request\":\" list \",\"os\":\"debian\",\"context\":\"a\\u001b[1mb\"}")));
    WORKER.verify(
        postRequestedFor(urlEqualTo(CHAT))
            .withHeader("X-Request-Id", equalTo("trace-7"))
            .withHeader("Authorization", matching("Bearer ey.*"))
            .withoutHeader("X-Tenant")
            .withRequestBody(
                matchingJsonPath("$.messages[0].content", equalTo("shell=bash os=debian")))
            .withRequestBody(
                matchingJsonPath("$.messages[1].content", equalTo("list\n\nContext:\na [1mb")))
            .withRequestBody(matchingJsonPath("$.temperature", equalTo("0"))));
  }

  @Test
  void command_streamed_formsAndThenComesWhole() throws Exception {
    workerAnswers(streaming("df -h", "stop"));
    HttpResponse<String> answer = post("/v1/commands", "{\"request\":\"x\",\"stream\":true}");
    String[] frames = answer.body().split("\n\n");
    assertThat(frames).hasSize(7);
    assertThat(frames[0]).isEqualTo("event: delta\ndata: {\"text\":\"d\"}");
    assertThat(frames[5]).startsWith("event: command\ndata: {").contains("\"command\":\"df -h\"");
    assertThat(frames[6]).isEqualTo("data: [DONE]");
  }

  @Test
  void session_secondTurn_sendsTheFirst_andTenantsDoNotMeet() throws Exception {
    workerAnswers(streaming("ls", "stop"));
    String body = "{\"request\":\"%s\",\"session\":\"s1\"}";
    post("/v1/commands", body.formatted("one"));
    WORKER.resetRequests();
    assertThat(post("/v1/commands", body.formatted("two")).body()).contains("\"session\":\"s1\"");
    WORKER.verify(
        postRequestedFor(urlEqualTo(CHAT))
            .withRequestBody(matchingJsonPath("$.messages[1].content", equalTo("one")))
            .withRequestBody(matchingJsonPath("$.messages[2].content", equalTo("ls")))
            .withRequestBody(matchingJsonPath("$.messages[3].content", equalTo("two"))));
    WORKER.resetRequests();
    post("/v1/commands", "key-of-globex", body.formatted("three").getBytes(StandardCharsets.UTF_8));
    WORKER.verify(
        postRequestedFor(urlEqualTo(CHAT))
            .withRequestBody(matchingJsonPath("$.messages[1].content", equalTo("three"))));
  }

  @Test
  void alternatives_areOthersAndAnalysed() throws Exception {
    workerAnswers(streaming("ls -l", "stop"));
    likeliestAre(
        likely("ls  -l", -0.1),
        likely("ls -a", -2),
        likely("ls -l y", -0.5), // differs in a value alone: behind the others
        likely("rm x", -1),
        likely("ls -a", -2));
    String body = post("/v1/commands", "{\"request\":\"x\",\"alternatives\":3}").body();
    assertThat(body).contains("\"alternatives\":[{\"command\":\"rm x\",\"confidence\":0.3679");
    assertThat(body).containsSubsequence("rm x", "ls -a", "ls -l y").doesNotContain("ls  -l");
    assertThat(body).contains("\"prompt_tokens\":9,\"completion_tokens\":34");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void answer_keepsWhatTheRequestNames(boolean stream) throws Exception {
    workerAnswers(streaming("wc -l notes", "stop"));
    likeliestAre(likely("wc -l notes", -0.1), likely("wc -l notes.txt", -2));
    String body =
        post(
                "/v1/commands",
                "{\"request\":\"count the lines of notes.txt\",\"session\":\"s\",\"stream\":%s}"
                    .formatted(stream))
            .body();
    assertThat(body)
        .contains("\"command\":\"wc -l notes.txt\"")
        .contains("\"confidence\":0.1353")
        .contains("\"alternatives\":[]");
    WORKER.resetRequests();
    post("/v1/commands", "{\"request\":\"of words\",\"session\":\"s\"}");
    WORKER.verify(
        postRequestedFor(urlEqualTo(CHAT))
            .withRequestBody(
                matchingJsonPath("$.messages[2].content", equalTo("wc -l notes.txt"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                        | 400 | invalid_json
          [1]                                       | 400 | invalid_json
          {"request":"x"                            | 400 | invalid_json
          {}                                        | 400 | invalid_request
          {"request":""}                            | 400 | invalid_request
          {"request":7}                             | 400 | invalid_request
          {"request":"x","shell":"fish"}            | 400 | invalid_request
          {"request":"x","os":"De bian"}            | 400 | invalid_request
          {"request":"x","session":"a b"}           | 400 | invalid_request
          {"request":"x","alternatives":-1}         | 400 | invalid_request
          {"request":"x","alternatives":5}          | 400 | invalid_request
          {"request":"x","stream":"yes"}            | 400 | invalid_request
          """)
  void badInput_isRefused(String body, int status, String code) throws Exception {
    assertRefused(post("/v1/commands", body), status, code);
  }

  @Test
  void badInput_sizesKeysPathsAndKinds_areRefused() throws Exception {
    assertRefused(command("x".repeat(2001)), 400, "invalid_request");
    assertRefused(post("/v1/commands", "key-of-acme", new byte[1 << 20]), 413, "request_too_large");
    assertRefused(post("/v1/commands", "key-of-acme", new byte[] {0, -1, 9}), 400, "invalid_json");
    assertRefused(post("/v1/nothing", "{}"), 404, "not_found");
    assertRefused(send(request("/v1/commands", "key-of-acme").GET()), 405, "method_not_allowed");
    assertRefused(
        send(
            request("/v1/commands", "key-of-acme")
                .setHeader("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("x"))),
        415,
        "unsupported_media_type");
    byte[] good = "{\"request\":\"x\"}".getBytes(StandardCharsets.UTF_8);
    assertRefused(post("/v1/commands", "", good), 401, "invalid_api_key");
    HttpResponse<String> wrong = post("/v1/commands", "not-a-key", good);
    assertRefused(wrong, 401, "invalid_api_key");
    assertThat(wrong.body()).doesNotContain("not-a-key");
  }

  @Test
  void management_showsHealthAndMetricsOnly() throws Exception {
    workerAnswers(streaming("ls", "stop"));
    command("x");
    assertThat(send(request("/metrics", "").GET()).body())
        .contains("sigma_gateway_commands_total{risk=")
        .contains("sigma_gateway_worker_ready")
        .doesNotContain("acme");
    assertThat(send(request("/health", "").GET()).statusCode()).isEqualTo(200);
    assertRefused(send(request("/env", "").GET()), 401, "invalid_api_key");
    assertRefused(send(request("/env", "key-of-acme").GET()), 404, "not_found");
    assertRefused(send(request("/actuator", "key-of-acme").GET()), 404, "not_found");
  }

  @Test
  void path_speltOtherwise_needsAKeyToo() throws Exception {
    byte[] good = "{\"request\":\"x\"}".getBytes(StandardCharsets.UTF_8);
    assertRefused(post("/%761/commands", "", good), 401, "invalid_api_key");
  }
}
