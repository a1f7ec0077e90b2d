package dev.sigma.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** What a model's calibration makes of its confidence: {@code ls -l} comes with exp(-0.05). */
@TestPropertySource(properties = "sigma.gateway.commands.calibration-kept=0s")
class ClarificationTest extends GatewayTestBase {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sigma-commands | 0.96 | "confidence":0.4756,"clarification":"I am not sure. Do you mean this, or rather `ls -a`?
          sigma-commands | 0.95 | "confidence":0.4756,"clarification":null,"alternatives":[]
          other          | 0.96 | "confidence":0.9512,"alternatives":[]
          """)
  void doubt_asksBack(String model, double threshold, String expected) throws Exception {
    modelsAre(
        "{\"data\":[{\"id\":\"%s\",\"calibration\":{\"points\":[[0,0],[1,0.5]],\"threshold\":%s}}]}"
            .formatted(model, threshold));
    workerAnswers(streaming("ls -l", "stop"));
    likeliestAre(likely("ls -a", -2));
    assertThat(command("list").body()).contains(expected).contains("\"alternatives\":[]");
  }

  @Test
  void doubt_withoutAnotherCommand_asksForMore() throws Exception {
    modelsAre(
        "{\"data\":[{\"id\":\"sigma-commands\",\"calibration\":{\"points\":[[0.2,0.1],[0.3,0.4]],\"threshold\":1}}]}");
    workerAnswers(streaming("ls -l", "stop"));
    likeliestAre(likely("ls  -l", -2));
    assertThat(command("list").body())
        .contains(
            "\"confidence\":0.4,\"clarification\":\"I am not sure that this is what you mean.");
  }

  private static void modelsAre(String body) {
    WORKER.stubFor(WireMock.get(urlEqualTo("/v1/models")).willReturn(okJson(body)));
  }
}
