package dev.sigma.benchmarks;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sessions, requests with a context, and the sets of several right commands. */
class EvalSetsTest {
  private static final String SESSIONS =
      """
      {"id":"one","turns":[{"request":"a","pattern":"ls"},{"request":"b","pattern":"ls -a"},\
      {"request":"c","pattern":"ls -l"}]}
      {"id":"two","turns":[{"request":"a","pattern":"never"},{"request":"b","pattern":"ls -a"}]}
      """;

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  @TempDir Path folder;

  @Test
  void sessions_countTheTurnsAfterTheFirst() throws Exception {
    script("a", "ls");
    script("b", "ls -a");
    script("c", "ls");
    EvalRun run = eval("--json", "--sessions", file("s.jsonl", SESSIONS));
    assertThat(run.figure("followup")).isEqualTo(2 / 3.0);
    assertThat(run.object("followup").path("n").asInt()).isEqualTo(3);
    assertThat(run.code()).isZero();
  }

  @Test
  void sessions_haveAnIdEach_andAreAskedInOrder() throws Exception {
    script("a", "ls");
    script("b", "ls");
    script("c", "ls");
    eval("--json", "--parallel", "1", "--sessions", file("s.jsonl", SESSIONS));
    List<JsonNode> asked = bodies("/v1/commands");
    assertThat(asked)
        .extracting(b -> b.path("request").asString())
        .containsExactly("a", "b", "c", "a", "b");
    List<String> ids = asked.stream().map(b -> b.path("session").asString()).toList();
    assertThat(ids).allMatch(id -> id.matches("[A-Za-z0-9_-]{1,64}"));
    assertThat(ids.subList(0, 3)).containsOnly(ids.get(0));
    assertThat(ids.subList(3, 5)).containsOnly(ids.get(3));
    assertThat(ids.get(3)).isNotEqualTo(ids.get(0));
  }

  @Test
  void sessions_ofAnEndpoint_carryItsOwnAnswers() throws Exception {
    SERVER.stubFor(
        post(anyUrl()).willReturn(okJson("{\"choices\":[{\"message\":{\"content\":\"`df`\"}}]}")));
    eval(
        "--json",
        "--parallel",
        "1",
        "--sessions",
        file("s.jsonl", SESSIONS),
        "--endpoint",
        SERVER.baseUrl(),
        "--model",
        "peer");
    JsonNode last = bodies("/v1/chat/completions").get(2);
    assertThat(last.path("messages").valueStream().skip(1))
        .extracting(m -> m.path("role").asString() + ":" + m.path("content").asString())
        .containsExactly("user:a", "assistant:df", "user:b", "assistant:df", "user:c");
    assertThat(bodies("/v1/chat/completions").get(3).path("messages").size()).isEqualTo(2);
  }

  @Test
  void sessions_aTurnThatIsRefused_isWrong_andTheNextIsStillAsked() throws Exception {
    EvalRun.answer(SERVER, "a", okJson("{}").withStatus(422));
    script("b", "ls -a");
    script("c", "ls -l");
    EvalRun run = eval("--json", "--sessions", file("s.jsonl", SESSIONS));
    assertThat(run.figure("followup")).isEqualTo(1);
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void sessions_withoutTurns_areRefused() throws IOException {
    String file = file("s.jsonl", "{\"id\":\"x\",\"turns\":[]}\n");
    assertThatThrownBy(() -> eval("--sessions", file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(":1: no turns");
  }

  @Test
  void predictions_ofSessions_nameTheirTurn() throws Exception {
    script("a", "ls");
    script("b", "ls");
    script("c", "ls");
    Path out = folder.resolve("out.jsonl");
    eval("--json", "--sessions", file("s.jsonl", SESSIONS), "--predictions", out.toString());
    assertThat(Files.readAllLines(out))
        .hasSize(5)
        .element(2)
        .isEqualTo(
            "{\"id\":\"one\",\"request\":\"c\",\"command\":\"ls\",\"turn\":3,\"right\":false}");
  }

  @Test
  void cmdgen_ofAFolder_hasAMetricForEachFile() throws Exception {
    script("a", "nvidia-smi  -L;");
    script("b", "nvidia-smi -q");
    script("c", "rocm-smi");
    file("cmdgen-nvidia.jsonl", CMDGEN_NVIDIA);
    file("cmdgen-amd.jsonl", "{\"id\":\"3\",\"nl\":\"c\",\"golds\":[\"rocm-smi\"]}\n");
    file("other.jsonl", "no JSON");
    EvalRun run = eval("--json", "--cmdgen", folder.toString());
    assertThat(run.metrics()).containsExactly("cmdgen_amd", "cmdgen_nvidia");
    assertThat(run.figure("cmdgen_amd")).isEqualTo(1);
    assertThat(run.figure("cmdgen_nvidia")).isEqualTo(0.5);
  }

  @Test
  void cmdgen_givenTwice_isTheSame() throws Exception {
    script("a", "nvidia-smi -L");
    script("b", "nvidia-smi -L");
    String nvidia = file("cmdgen-nvidia.jsonl", CMDGEN_NVIDIA);
    String other = file("mine.jsonl", CMDGEN_NVIDIA);
    assertThat(eval("--json", "--cmdgen", nvidia, "--cmdgen", other).metrics())
        .containsExactly("cmdgen_nvidia", "cmdgen_mine");
    assertThat(eval("--cmdgen", nvidia, other, "--json").metrics())
        .containsExactly("cmdgen_nvidia", "cmdgen_mine");
  }

  @Test
  void cmdgen_ofAFolderWithoutSuchFiles_isRefused() {
    assertThatThrownBy(() -> eval("--cmdgen", folder.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("cmdgen-*.jsonl");
  }

  @Test
  void context_goesToTheGatewayInItsField() throws Exception {
    script("why", "df -h");
    EvalRun run = eval("--json", "--context", file("c.jsonl", CONTEXT));
    assertThat(run.figure("context")).isEqualTo(1);
    JsonNode body = bodies("/v1/commands").getFirst();
    assertThat(body.path("context").asString()).isEqualTo("disk full\n/dev/sda1 100%");
    assertThat(body.has("session")).isFalse();
  }

  @Test
  void context_goesToAnEndpointAsTheContractSays() throws Exception {
    SERVER.stubFor(
        post(anyUrl()).willReturn(okJson("{\"choices\":[{\"message\":{\"content\":\"df\"}}]}")));
    EvalRun run =
        eval(
            "--json",
            "--context",
            file("c.jsonl", CONTEXT),
            "--endpoint",
            SERVER.baseUrl(),
            "--model",
            "peer",
            "--system",
            "shell=bash os=linux");
    assertThat(run.figure("context")).isZero();
    JsonNode body = bodies("/v1/chat/completions").getFirst();
    assertThat(body.at("/messages/0/content").asString()).isEqualTo("shell=bash os=linux");
    assertThat(body.at("/messages/1/content").asString())
        .isEqualTo("why\n\nContext:\ndisk full\n/dev/sda1 100%");
    assertThat(body.path("temperature").asInt(1)).isZero();
  }

  private static final String CMDGEN_NVIDIA =
      """
      {"id":"1","nl":"a","golds":["nvidia-smi --list-gpus","nvidia-smi -L"]}
      {"id":"2","nl":"b","golds":["nvidia-smi"]}
      """;
  private static final String CONTEXT =
      "{\"id\":\"1\",\"request\":\"why\",\"context\":\"disk full\\n/dev/sda1 100%\",\"pattern\":\"df -h\"}\n";

  private static EvalRun eval(String... arguments) throws IOException, InterruptedException {
    return EvalRun.of(SERVER, arguments);
  }

  private static void script(String request, String command) {
    EvalRun.answer(SERVER, request, okJson("{\"command\":\"" + command + "\"}"));
  }

  /** What was asked, in order. */
  private static List<JsonNode> bodies(String path) {
    return SERVER.findAll(postRequestedFor(urlEqualTo(path))).stream()
        .map(request -> JsonMapper.shared().readTree(request.getBodyAsString()))
        .toList();
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
