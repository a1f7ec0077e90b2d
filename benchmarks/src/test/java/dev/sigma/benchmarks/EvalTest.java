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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    EvalRun run = eval("--requests", file("list files\nshow free space\tignored\n\n"));
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
    EvalRun run = eval("--json", "--regex", file("a\tdf -[hH]\nb\tdf -h\n"));
    assertThat(run.figure("regex_match")).isEqualTo(0.5);
  }

  @Test
  void regex_ofJsonLines_ignoresFurtherFields() throws Exception {
    answer("a", okJson("{\"command\":\"df -h\"}"));
    answer("b", okJson("{\"command\":\"df\"}"));
    String lines =
        """
        {"request":"a","pattern":"df -[hH]","right":["df -h"],"wrong":["df"]}

        {"request":"b","pattern":"df -[hH]"}
        """;
    EvalRun run = eval("--json", "--regex", file(lines, ".jsonl"));
    assertThat(run.figure("regex_match")).isEqualTo(0.5);
    assertThat(run.object("regex_match").path("n").asInt()).isEqualTo(2);
  }

  @Test
  void regex_matchesTheNormalisedCommand() throws Exception {
    answer("a", okJson("{\"command\":\" df   -h ;\"}"));
    EvalRun run = eval("--json", "--regex", file("a\tdf -h\n"));
    assertThat(run.figure("regex_match")).isEqualTo(1);
  }

  @Test
  void regex_thatIsNone_isRefusedWithItsLine() throws IOException {
    String lines = file("{\"request\":\"a\",\"pattern\":\"(\"}\n", ".jsonl");
    assertThatThrownBy(() -> eval("--regex", lines))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(":1: Unclosed group");
  }

  @Test
  void jsonLines_withoutTheirFields_areRefusedWithThem() throws IOException {
    String lines = file("{\"request\":\"a\"}\n", ".jsonl");
    assertThatThrownBy(() -> eval("--regex", lines))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(":1: no text \"pattern\" (expected: \"request\" and \"pattern\")");
  }

  @Test
  void predictions_keepTheAnswer() throws Exception {
    answer("a", okJson("{\"command\":\"df\",\"confidence\":0.25}"));
    Path predictions = folder.resolve("predictions.jsonl");
    eval("--json", "--regex", file("a\tls\n"), "--predictions", predictions.toString());
    assertThat(predictions)
        .hasContent(
            "{\"id\":\"1\",\"request\":\"a\",\"command\":\"df\",\"confidence\":0.25,\"right\":false}");
  }

  @Test
  void refusals_countAsWrong_andTheExitCodeSaysSo() throws Exception {
    answer(
        "a", okJson("{\"error\":{\"message\":\"full\",\"code\":\"queue_full\"}}").withStatus(429));
    Path predictions = folder.resolve("predictions.jsonl");
    EvalRun run =
        eval("--json", "--regex", file("a\t.*\n"), "--predictions", predictions.toString());
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
    EvalRun run =
        eval("--requests", file("a\n"), "--endpoint", SERVER.baseUrl(), "--model", "peer");
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

  private static EvalRun eval(String... arguments) throws IOException, InterruptedException {
    return EvalRun.of(SERVER, arguments);
  }

  private static void answer(String request, ResponseDefinitionBuilder answer) {
    EvalRun.answer(SERVER, request, answer);
  }

  private String file(String content) throws IOException {
    return file(content, ".txt");
  }

  private String file(String content, String ending) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "eval", ending), content).toString();
  }
}
