package dev.sigma.benchmarks;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class EvalTest {
  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  @TempDir Path folder;

  @Test
  void requests_print_requestTabCommandInOrder() throws Exception {
    answer("show free space", okJson("{\"command\":\"df -h \\\\; # é\"}"));
    answer("list files", okJson("{\"command\":\"ls\\nls -l\"}"));
    Run run = eval("--requests", file("list files\nshow free space\tignored\n\n"));
    assertThat(run.output()).isEqualTo("list files\tls\\nls -l\nshow free space\tdf -h \\; # é\n");
    assertThat(run.code()).isZero();
    SERVER.verify(
        postRequestedFor(urlEqualTo("/v1/commands"))
            .withRequestBody(matchingJsonPath("$.request", equalTo("list files")))
            .withHeader("Authorization", equalTo("Bearer key")));
  }

  @Test
  void regex_aPartThatMatches_isWrong() throws Exception {
    answer("a", okJson("{\"command\":\"df -h\"}"));
    answer("b", okJson("{\"command\":\"df -h; rm -rf /\"}"));
    Run run = eval("--json", "--regex", file("a\tdf -[hH]\nb\tdf -h\n"));
    assertThat(run.output()).contains("\"regex_accuracy\",\"value\":0.5,");
  }

  @Test
  void pairs_anAlternativeIsRight_andTheUtilityCountsAlone() throws Exception {
    answer("a", okJson("{\"command\":\"ls  -a\"}"));
    answer("b", okJson("{\"command\":\"ls -z\"}"));
    String pairs =
        """
        {"nl":"a","cmd":"find .","alts":["ls -a"]}
        {"nl":"b","cmd":"ls -l"}
        """;
    Run run = eval("--json", "--pairs", file(pairs));
    assertThat(run.output())
        .contains("\"exact_match\",\"value\":0.5,")
        .contains("\"right_utility\",\"value\":1.0,");
  }

  @Test
  void refusals_countAsWrong_andTheExitCodeSaysSo() throws Exception {
    answer(
        "a", okJson("{\"error\":{\"message\":\"full\",\"code\":\"queue_full\"}}").withStatus(429));
    Path predictions = folder.resolve("predictions.jsonl");
    Run run = eval("--json", "--regex", file("a\t.*\n"), "--predictions", predictions.toString());
    assertThat(run.output()).contains("\"value\":0.0,");
    assertThat(run.code()).isEqualTo(1);
    assertThat(predictions).content().contains("\"error\":\"HTTP 429: full\"");
  }

  @Test
  void endpoint_answersInACodeBlock_theCommandCounts() throws Exception {
    SERVER.stubFor(
        post(urlEqualTo("/v1/chat/completions"))
            .withRequestBody(matchingJsonPath("$.model", equalTo("peer")))
            .willReturn(
                okJson(
                    "{\"choices\":[{\"message\":{\"content\":\"Use:\\n```bash\\ndf -h\\n```\"}}]}")));
    Run run = eval("--requests", file("a\n"), "--endpoint", SERVER.baseUrl(), "--model", "peer");
    assertThat(run.output()).isEqualTo("a\tdf -h\n");
  }

  @Test
  void aServerThatCannotBeReached_endsTheEvaluation() throws Exception {
    String requests = file("a\nb\n");
    assertThatThrownBy(
            () -> eval("--requests", requests, "--endpoint", "http://127.0.0.1:9", "--model", "m"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aFileWithoutTabs_isRefusedWithItsLine() throws IOException {
    String patterns = file("a\tok\nno pattern\n");
    assertThatThrownBy(() -> eval("--regex", patterns))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(":2: no tab");
  }

  @Test
  void twoSources_areRefused() throws IOException {
    String requests = file("a\n");
    assertThatThrownBy(() -> eval("--requests", requests, "--pairs", requests))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("expected: one of");
  }

  private record Run(int code, String output) {}

  private static Run eval(String... arguments) throws IOException, InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Map<String, String> environment =
        Map.of("SIGMA_GATEWAY_URL", SERVER.baseUrl() + "/", "SIGMA_API_KEY", "key");
    int code =
        Eval.run(
            new ArrayList<>(List.of(arguments)),
            environment,
            new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return new Run(code, bytes.toString(StandardCharsets.UTF_8));
  }

  private static void answer(String request, ResponseDefinitionBuilder answer) {
    SERVER.stubFor(
        post(urlEqualTo("/v1/commands"))
            .withRequestBody(matchingJsonPath("$.request", equalTo(request)))
            .willReturn(answer));
  }

  private String file(String content) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "eval", ".txt"), content).toString();
  }
}
