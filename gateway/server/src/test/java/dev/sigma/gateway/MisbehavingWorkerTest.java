package dev.sigma.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;

/** Whatever a worker does, the caller gets a clear answer, and gets it soon. */
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD) // fresh circuits
class MisbehavingWorkerTest extends GatewayTestBase {

  private static final String STREAM = "{\"messages\":[],\"stream\":true}";

  private void assertBothFail(int status, String code) throws Exception {
    assertRefused(command("x"), status, code);
    assertRefused(post(CHAT, STREAM), status, code);
  }

  @Test
  void hangs_isATimeout() throws Exception {
    workerAnswers(aResponse().withFixedDelay(4000));
    assertBothFail(504, "timeout");
  }

  @Test
  void garbageOnTheWire_isAnUpstreamError() throws Exception {
    workerAnswers(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
    assertThat(command("x").statusCode()).isIn(502, 503);
  }

  @Test
  void htmlError_isAnUpstreamError() throws Exception {
    workerAnswers(aResponse().withStatus(500).withBody("<html>oops</html>"));
    assertRefused(command("x"), 502, "upstream_error");
  }

  @Test
  void wrongType_isAnUpstreamError() throws Exception {
    workerAnswers(aResponse().withHeader("Content-Type", "text/html").withBody("<html>hi</html>"));
    assertRefused(command("x"), 502, "upstream_error");
  }

  @Test
  void garbageEvents_areAnUpstreamError() throws Exception {
    workerAnswers(stream("data: {\"choices\":[}\n\n"));
    assertRefused(command("x"), 502, "upstream_error");
  }

  @Test
  void truncatedStream_isNeverAWholeAnswer() throws Exception {
    String whole = streaming("rm -rf build", "stop").build().getBody();
    workerAnswers(stream(whole.substring(0, whole.indexOf("finish_reason\":\"stop"))));
    assertRefused(command("x"), 502, "upstream_error");
    HttpResponse<String> passed = post(CHAT, STREAM);
    assertThat(passed.body()).contains("event: error\ndata: {\"error\"").doesNotContain("[DONE]");
    String streamed = post("/v1/commands", "{\"request\":\"x\",\"stream\":true}").body();
    assertThat(streamed).contains("event: error").doesNotContain("event: command");
  }

  @Test
  void errorEvent_isNeverAWholeAnswer() throws Exception {
    workerAnswers(stream("event: error\ndata: {\"error\":{}}\n\n"));
    assertRefused(command("x"), 502, "upstream_error");
  }

  @Test
  void cutOffCommand_isNoCommand() throws Exception {
    workerAnswers(streaming("rm -rf /tmp/x", "length"));
    HttpResponse<String> answer = command("x");
    assertRefused(answer, 422, "no_command");
    assertThat(answer.body()).doesNotContain("rm -rf");
    workerAnswers(streaming("", "stop"));
    assertRefused(command("x"), 422, "no_command");
  }

  @Test
  void fullQueue_isPassedOn() throws Exception {
    workerAnswers(
        aResponse()
            .withStatus(429)
            .withHeader("Retry-After", "1")
            .withHeader("Content-Type", "application/json")
            .withBody("{\"error\":{\"message\":\"full\",\"code\":\"queue_full\"}}"));
    HttpResponse<String> commands = command("x");
    assertRefused(commands, 429, "queue_full");
    assertThat(commands.headers().firstValue("Retry-After")).hasValue("1");
    HttpResponse<String> passed = post(CHAT, STREAM);
    assertThat(passed.statusCode()).isEqualTo(429);
    assertThat(passed.headers().firstValue("Retry-After")).hasValue("1");
  }

  @Test
  void sessionTooLong_forgetsItsBeginning() throws Exception {
    workerAnswers(streaming("ls", "stop"));
    for (int i = 0; i < 3; i++) {
      post("/v1/commands", "{\"request\":\"r" + i + "\",\"session\":\"long\"}");
    }
    WORKER.stubFor(
        WireMock.post(urlEqualTo(CHAT))
            .withRequestBody(matchingJsonPath("$.messages[4]"))
            .atPriority(1)
            .willReturn(
                aResponse()
                    .withStatus(400)
                    .withBody(
                        "{\"error\":{\"message\":\"too long\",\"code\":\"context_length_exceeded\"}}")));
    assertThat(post("/v1/commands", "{\"request\":\"r3\",\"session\":\"long\"}").statusCode())
        .isEqualTo(200);
  }

  @Test
  void noWorker_saysSoAndWhenToComeBack() throws Exception {
    WORKER.stubFor(get(urlEqualTo("/health/readiness")).willReturn(aResponse().withStatus(503)));
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> send(request("/health/readiness", "").GET()).statusCode() == 503);
    assertThat(send(request("/health", "").GET()).statusCode())
        .as("the gateway itself is sound")
        .isEqualTo(200);
    HttpResponse<String> answer = command("x");
    assertRefused(answer, 503, "no_worker");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void failingAgainAndAgain_opensTheCircuit_whichClosesAgain() throws Exception {
    workerAnswers(aResponse().withStatus(500));
    for (int i = 0; i < 5; i++) {
      assertRefused(command("x"), 502, "upstream_error");
    }
    WORKER.resetRequests();
    assertRefused(command("x"), 503, "no_worker");
    assertThat(
            WORKER
                .countRequestsMatching(
                    com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor(
                            urlEqualTo(CHAT))
                        .build())
                .getCount())
        .isZero();
    workerAnswers(streaming("ls", "stop"));
    await().atMost(Duration.ofSeconds(10)).until(() -> command("x").statusCode() == 200);
  }
}
