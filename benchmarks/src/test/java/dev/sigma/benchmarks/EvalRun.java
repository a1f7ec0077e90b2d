package dev.sigma.benchmarks;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run of {@code ./sigma eval} against a gateway whose answers a test wrote. */
record EvalRun(int code, String output) {

  static EvalRun of(WireMockExtension server, String... arguments)
      throws IOException, InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Map<String, String> environment =
        Map.of("SIGMA_GATEWAY_URL", server.baseUrl() + "/", "SIGMA_API_KEY", "key");
    int code =
        Eval.run(
            List.of(arguments), environment, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return new EvalRun(code, bytes.toString(StandardCharsets.UTF_8));
  }

  static void answer(WireMockExtension server, String request, ResponseDefinitionBuilder answer) {
    server.stubFor(
        post(urlEqualTo("/v1/commands"))
            .withRequestBody(matchingJsonPath("$.request", equalTo(request)))
            .willReturn(answer));
  }

  /** The figure of that name in an output with {@code --json}. */
  double figure(String metric) {
    return object(metric).path("value").asDouble();
  }

  /** The object of that name in an output with {@code --json}. */
  JsonNode object(String metric) {
    return output
        .lines()
        .map(JsonMapper.shared()::readTree)
        .filter(object -> object.path("metric").asString("").equals(metric))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + metric + " in " + output));
  }

  /** The names of all figures in an output with {@code --json}. */
  Stream<String> metrics() {
    return output.lines().map(line -> JsonMapper.shared().readTree(line).path("metric").asString());
  }
}
