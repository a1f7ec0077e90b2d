package dev.sigma.benchmarks;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class EvalPairsTest {
  private static final String PAIRS =
      """
      {"nl":"all in /srv","cmd":"ls -la /srv","alts":["find /srv"]}
      {"nl":"size of /srv","cmd":"du -sh /srv"}
      {"nl":"count","cmd":"ls | wc -l"}
      {"nl":"refused","cmd":"true"}
      """;

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  @TempDir Path folder;

  @Test
  void pairs_haveEveryMetric() throws Exception {
    script("all in /srv", "ls  -al \\\"/srv\\\"", "find /srv");
    script("size of /srv", "du -hs /var", "du -sh /srv");
    script("count", "ls | 'wc", "ls | wc -l");
    EvalRun.answer(SERVER, "refused", okJson("{}").withStatus(422));
    EvalRun run = EvalRun.of(SERVER, "--json", "--pairs", file());
    assertThat(run.metrics())
        .containsExactly(
            "utility",
            "template",
            "exact",
            "exact_normalised",
            "nlc2cmd_top1",
            "nlc2cmd_best5",
            "parse_rate",
            "slot_copy");
    assertThat(run.figure("utility")).isEqualTo(0.75);
    assertThat(run.figure("template")).isEqualTo(0.5);
    assertThat(run.figure("exact")).isZero();
    assertThat(run.figure("exact_normalised")).isEqualTo(0.25);
    // 1, 1, -1 (cannot be read), -1 (refused)
    assertThat(run.figure("nlc2cmd_top1")).isZero();
    // 1, 1, 0.9 * 1, -1
    assertThat(run.figure("nlc2cmd_best5")).isCloseTo(1.9 / 4, within(1e-9));
    assertThat(run.figure("parse_rate")).isEqualTo(0.5);
    // /srv of the first, but not of the second
    assertThat(run.figure("slot_copy")).isEqualTo(0.5);
    assertThat(run.object("slot_copy").path("n").asInt()).isEqualTo(2);
    SERVER.verify(
        4,
        postRequestedFor(urlEqualTo("/v1/commands"))
            .withRequestBody(matchingJsonPath("$.alternatives", equalTo("4"))));
  }

  @Test
  void pairs_exactIsTheTextItself_ofAnyGold() throws Exception {
    script("all in /srv", "find /srv", "");
    Path one =
        Files.writeString(folder.resolve("one.jsonl"), PAIRS.lines().findFirst().orElseThrow());
    EvalRun run = EvalRun.of(SERVER, "--json", "--top1", "--pairs", one.toString());
    assertThat(run.figure("exact")).isEqualTo(1);
    assertThat(run.metrics()).doesNotContain("nlc2cmd_best5");
    SERVER.verify(
        1,
        postRequestedFor(urlEqualTo("/v1/commands"))
            .withRequestBody(matchingJsonPath("$.alternatives", absent())));
  }

  @Test
  void pairs_ofAnEndpoint_areDrawnApartFromTheGreedyCommand() throws Exception {
    SERVER.stubFor(
        post(urlEqualTo("/v1/chat/completions"))
            .withRequestBody(matchingJsonPath("$.temperature", equalTo("0")))
            .withRequestBody(matchingJsonPath("$.n", absent()))
            .willReturn(choices("ls 'x")));
    SERVER.stubFor(
        post(urlEqualTo("/v1/chat/completions"))
            .withRequestBody(matchingJsonPath("$.n", equalTo("5")))
            .willReturn(choices("ls 'x", "ls -la /", "ls -la /", "dir", "", "du")));
    Path one =
        Files.writeString(folder.resolve("one.jsonl"), PAIRS.lines().findFirst().orElseThrow());
    Path out = folder.resolve("out.jsonl");
    EvalRun run =
        EvalRun.of(
            SERVER,
            "--json",
            "--pairs",
            one.toString(),
            "--predictions",
            out.toString(),
            "--endpoint",
            SERVER.baseUrl(),
            "--model",
            "peer");
    assertThat(run.figure("nlc2cmd_top1")).isEqualTo(-1);
    assertThat(run.figure("nlc2cmd_best5")).isEqualTo(0.9);
    assertThat(out).content().contains("\"alternatives\":[\"ls -la /\",\"dir\",\"du\"]");
  }

  private static ResponseDefinitionBuilder choices(String... commands) {
    StringBuilder choices = new StringBuilder();
    for (String command : commands) {
      choices.append(choices.isEmpty() ? "" : ",");
      choices.append("{\"message\":{\"content\":\"").append(command).append("\"}}");
    }
    return okJson("{\"choices\":[" + choices + "]}");
  }

  private static void script(String request, String command, String alternative) {
    String others = alternative.isEmpty() ? "" : "{\"command\":\"" + alternative + "\"}";
    EvalRun.answer(
        SERVER,
        request,
        okJson("{\"command\":\"" + command + "\",\"alternatives\":[" + others + "]}"));
  }

  private String file() throws IOException {
    return Files.writeString(folder.resolve("pairs.jsonl"), PAIRS).toString();
  }
}
