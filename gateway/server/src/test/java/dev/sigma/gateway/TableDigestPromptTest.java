package dev.sigma.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** A digest of pasted tables stands in the prompts of models that were trained with it. */
@TestPropertySource(properties = "sigma.gateway.commands.calibration-kept=0s")
class TableDigestPromptTest extends GatewayTestBase {

  private static final String TABLE = "10M\t/a\n30M\t/b\n20M\t/c";
  private static final String DIGESTED =
      "list\n\nContext:\n" + TABLE + "\n\nDigest:\nsize: most /b 30M, then /c 20M; least /a 10M";

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"prompt\":{}", ",\"prompt\":{\"table_digest\":false}"})
  void modelWithoutWish_isToldThePasteAlone(String prompt) throws Exception {
    modelIs(prompt);
    workerAnswers(streaming("ls", "stop"));
    ask("list", TABLE, "");
    assertUserTurn(1, "list\n\nContext:\n" + TABLE);
  }

  @Test
  void modelWithWish_isToldTheDigest_whereThereIsOne() throws Exception {
    modelIs(",\"prompt\":{\"table_digest\":true}");
    workerAnswers(streaming("ls", "stop"));
    ask("list", TABLE, "");
    assertUserTurn(1, DIGESTED);
    WORKER.resetRequests();
    ask("list", "no table", "");
    assertUserTurn(1, "list\n\nContext:\nno table");
  }

  @Test
  void session_keepsWhatWasSent() throws Exception {
    modelIs(",\"prompt\":{\"table_digest\":true}");
    workerAnswers(streaming("ls", "stop"));
    ask("list", TABLE, "digested");
    WORKER.resetRequests();
    ask("again", "", "digested");
    assertUserTurn(1, DIGESTED);
    assertUserTurn(3, "again");
  }

  @Test
  void digestThatDoesNotFitBesideThePaste_isLeftOut() throws Exception {
    modelIs(",\"prompt\":{\"table_digest\":true}");
    workerAnswers(streaming("ls", "stop"));
    String paste = TABLE + "\n\n" + "x".repeat(15_950);
    ask("list", paste, "");
    assertUserTurn(1, "list\n\nContext:\n" + paste);
  }

  @Test
  void promptTooLongForTheModel_losesTheDigestBeforeTheSession() throws Exception {
    modelIs(",\"prompt\":{\"table_digest\":true}");
    workerAnswers(streaming("ls", "stop"));
    ask("one", "", "long");
    WORKER.stubFor(
        WireMock.post(urlEqualTo(CHAT))
            .withRequestBody(containing("Digest:"))
            .atPriority(1)
            .willReturn(
                aResponse()
                    .withStatus(400)
                    .withBody("{\"error\":{\"code\":\"context_length_exceeded\"}}")));
    WORKER.resetRequests();
    assertThat(ask("list", TABLE, "long").statusCode()).isEqualTo(200);
    WORKER.verify(
        postRequestedFor(urlEqualTo(CHAT))
            .withRequestBody(matchingJsonPath("$.messages[1].content", equalTo("one")))
            .withRequestBody(
                matchingJsonPath("$.messages[3].content", equalTo("list\n\nContext:\n" + TABLE))));
  }

  private static void modelIs(String more) {
    WORKER.stubFor(
        WireMock.get(urlEqualTo("/v1/models"))
            .willReturn(okJson("{\"data\":[{\"id\":\"sigma-commands\"%s}]}".formatted(more))));
  }

  /** Empty: without. */
  private HttpResponse<String> ask(String request, String context, String session)
      throws Exception {
    String with = session.isEmpty() ? "" : ",\"session\":\"" + session + "\"";
    String pasted = context.replace("\n", "\\n").replace("\t", "\\t");
    return post(
        "/v1/commands",
        "{\"request\":\"%s\",\"context\":\"%s\"%s}".formatted(request, pasted, with));
  }

  private static void assertUserTurn(int message, String content) {
    WORKER.verify(
        1,
        postRequestedFor(urlEqualTo(CHAT))
            .withRequestBody(
                matchingJsonPath("$.messages[%d].content".formatted(message), equalTo(content))));
  }
}
