package dev.sigma.admin.playground;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.sigma.admin.AdminTestBase;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The playground in front of a gateway that does as it is told. */
@ExtendWith(OutputCaptureExtension.class)
class CommandApiTest extends AdminTestBase {

  private static final String EVENTS =
      "event: delta\ndata: {\"text\":\"ls\"}\n\nevent: command\ndata: {\"command\":\"ls\"}\n\ndata: [DONE]\n\n";

  private String cookie = "";

  @BeforeEach
  void loggedIn() throws Exception {
    cookie = login();
  }

  private static void gatewayAnswers(ResponseDefinitionBuilder answer) {
    SERVICE.stubFor(WireMock.post(urlEqualTo("/v1/commands")).willReturn(answer));
  }

  private static ResponseDefinitionBuilder stream(String body) {
    return aResponse().withHeader("Content-Type", "text/event-stream").withBody(body);
  }

  private HttpResponse<String> command(String body) throws Exception {
    return post("/api/commands", cookie, body);
  }

  @Test
  void command_isAskedWithTheKey_whichTheBrowserNeverSees(CapturedOutput log) throws Exception {
    gatewayAnswers(stream(EVENTS));
    HttpResponse<String> answer =
        command("{\"request\":\"list\",\"stream\":false,\"shell\":\"sh\"}");
    assertThat(answer.body()).isEqualTo(EVENTS);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    assertThat(answer.headers().map().toString()).doesNotContain(KEY);
    SERVICE.verify(
        postRequestedFor(urlEqualTo("/v1/commands"))
            .withHeader("Authorization", equalTo("Bearer " + KEY))
            .withHeader(
                "X-Request-Id", equalTo(answer.headers().firstValue("X-Request-Id").orElse("")))
            .withoutHeader("Cookie")
            .withRequestBody(
                equalToJson("{\"request\":\"list\",\"stream\":true,\"shell\":\"sh\"}")));
    assertThat(log.getAll()).doesNotContain(KEY).doesNotContain("\"list\"");
  }

  @Test
  void refusals_arePassedOn() throws Exception {
    gatewayAnswers(
        aResponse()
            .withStatus(429)
            .withHeader("Retry-After", "3")
            .withHeader("Content-Type", "application/json")
            .withBody("{\"error\":{\"message\":\"full\",\"code\":\"queue_full\"}}"));
    HttpResponse<String> answer = command("{}");
    assertRefused(answer, 429, "queue_full");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("3");
  }

  @Test
  void wrongKey_isNoEndOfTheSession() throws Exception {
    gatewayAnswers(aResponse().withStatus(401).withHeader("Content-Type", "application/json"));
    HttpResponse<String> answer = command("{}");
    assertRefused(answer, 502, "upstream_error");
    assertThat(answer.body()).contains("refuses SIGMA_API_KEY").doesNotContain(KEY);
  }

  @Test
  void strangeAnswers_areUpstreamErrors() throws Exception {
    gatewayAnswers(aResponse().withHeader("Content-Type", "text/html").withBody("<html>"));
    assertRefused(command("{}"), 502, "upstream_error");
    gatewayAnswers(aResponse().withStatus(500).withBody("<html>"));
    assertRefused(command("{}"), 502, "upstream_error");
    gatewayAnswers(aResponse().withStatus(302).withHeader("Location", "http://evil.example/"));
    assertRefused(command("{}"), 502, "upstream_error");
    gatewayAnswers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    assertRefused(command("{}"), 502, "upstream_error");
  }

  @Test
  void badBodies_areRefused_andTheGatewayNeverHears() throws Exception {
    assertRefused(command(""), 400, "invalid_json");
    assertRefused(command("[]"), 400, "invalid_json");
    assertRefused(command("{\"request\""), 400, "invalid_json");
    HttpResponse<String> large = command("{\"context\":\"" + "x".repeat(64 * 1024) + "\"}");
    assertRefused(large, 413, "request_too_large");
    assertThat(large.body()).contains("at most 64 KiB");
    SERVICE.verify(0, postRequestedFor(urlEqualTo("/v1/commands")));
  }
}
