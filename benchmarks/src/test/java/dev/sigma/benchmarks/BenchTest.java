package dev.sigma.benchmarks;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
  private static final String STREAM =
      """
      event: delta
      data: {"text":"l"}

      event: command
      data: {"command":"ls"}

      data: [DONE]

      """;

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  @TempDir Path folder;

  @Test
  void ask_measuresEveryRequestTwice() throws Exception {
    SERVER.stubFor(post("/v1/commands").willReturn(okJson("{\"command\":\"ls\",\"model\":\"m\"}")));
    stubStream(STREAM);
    assertThat(bench("ask", "--json", "--requests", requests()).lines())
        .hasSize(6)
        .allMatch(line -> line.startsWith("{\"bench\":\"ask\",") && line.contains("\"n\":2,"))
        .anyMatch(line -> line.contains("\"metric\":\"ask_seconds_p50\""))
        .anyMatch(line -> line.contains("\"metric\":\"ask_seconds_p95\""))
        .anyMatch(line -> line.contains("\"metric\":\"ask_first_token_seconds_p50\""));
  }

  @Test
  void ask_aStreamThatEndsInAnError_isNotTimed() {
    SERVER.stubFor(post("/v1/commands").willReturn(okJson("{\"command\":\"ls\"}")));
    stubStream("event: delta\ndata: {\"text\":\"l\"}\n\nevent: error\ndata: {\"error\":1}\n\n");
    assertThatThrownBy(() -> bench("ask", "--requests", requests()))
        .isInstanceOf(AnswerException.class)
        .hasMessageContaining("the stream failed");
  }

  @Test
  void ask_aStreamThatIsCutOff_isNotTimed() {
    SERVER.stubFor(post("/v1/commands").willReturn(okJson("{\"command\":\"ls\"}")));
    stubStream("event: delta\ndata: {\"text\":\"l\"}\n\n");
    assertThatThrownBy(() -> bench("ask", "--requests", requests()))
        .isInstanceOf(AnswerException.class)
        .hasMessageContaining("without a command");
  }

  @Test
  void load_countsAnswersRefusalsAndErrorsApart() throws Exception {
    SERVER.stubFor(post("/v1/commands").willReturn(okJson("{\"command\":\"ls\"}")));
    SERVER.stubFor(
        post("/v1/commands")
            .withRequestBody(matchingJsonPath("$.request", equalTo("second")))
            .willReturn(aResponse().withStatus(429)));
    SERVER.stubFor(
        get("/metrics")
            .willReturn(
                ok("# HELP x\nsigma_requests_waiting 0.0\nsigma_requests_running{a=\"b c\"} 0\n")));
    long self = ProcessHandle.current().pid();
    String output =
        bench(
            "load",
            "--json",
            "--requests",
            requests(),
            "--count",
            "9",
            "--process",
            "worker-1=" + self,
            "--metrics",
            SERVER.baseUrl() + "/metrics");
    assertThat(output)
        .contains("\"load_answers\",\"value\":5.0,")
        .contains("\"load_refused_429\",\"value\":4.0,")
        .contains("\"load_errors\",\"value\":0.0,")
        .contains("\"load_pending_after\",\"value\":0.0,")
        .contains("\"load_worker_1_rss_after\"");
  }

  @Test
  void metrics_withoutTheFigure_areNotZero() {
    assertThatThrownBy(() -> WorkerMetrics.pendingIn("sigma_requests_waiting 0\n"))
        .isInstanceOf(AnswerException.class);
    assertThat(
            WorkerMetrics.pendingIn(
                "sigma_requests_waiting 2\nsigma_requests_running{d=\"x\"} 1.0"))
        .isEqualTo(3);
  }

  private static void stubStream(String events) {
    SERVER.stubFor(
        post("/v1/commands")
            .withRequestBody(matchingJsonPath("$[?(@.stream == true)]"))
            .willReturn(ok(events).withHeader("Content-Type", "text/event-stream")));
  }

  private static String bench(String... arguments) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Bench.run(
        List.of(arguments),
        Map.of("SIGMA_GATEWAY_URL", SERVER.baseUrl(), "SIGMA_API_KEY", "key"),
        new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private String requests() throws Exception {
    return Files.writeString(folder.resolve("requests.tsv"), "first\nsecond\n").toString();
  }
}
