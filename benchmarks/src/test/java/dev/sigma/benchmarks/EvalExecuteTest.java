package dev.sigma.benchmarks;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.sigma.benchmarks.Expectation.Runs;
import dev.sigma.benchmarks.Prediction.Verdict;
import dev.sigma.benchmarks.sandbox.Fixture;
import dev.sigma.benchmarks.sandbox.Outcome;
import dev.sigma.benchmarks.sandbox.Sandbox;
import dev.sigma.benchmarks.sandbox.SandboxUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class EvalExecuteTest {
  private static final Fixture EMPTY = new Fixture(Optional.empty(), Map.of());

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  @TempDir Path folder;

  /** A machine on which {@code echo X} prints X and anything else fails. */
  private final List<String> ran = new ArrayList<>();

  private final Execution execution =
      new Execution(
          (command, expected) -> {
            ran.add(command);
            boolean echo = command.startsWith("echo ");
            return new Outcome(echo ? command.substring(5) : "", "", echo ? 0 : 1, true, Map.of());
          });

  @Test
  void verdict_anyGoldWillDo() throws Exception {
    Runs expected = new Runs(EMPTY, List.of("echo a", "echo b"));
    assertThat(execution.of(expected, "echo b")).isEqualTo(Verdict.RIGHT);
    assertThat(execution.of(expected, "echo c")).isEqualTo(Verdict.WRONG);
    assertThat(execution.of(expected, "fail")).isEqualTo(Verdict.WRONG);
  }

  @Test
  void verdict_withoutAUsableGold_isOpen() throws Exception {
    assertThat(execution.of(new Runs(EMPTY, List.of("fail", "fail too")), "fail"))
        .isEqualTo(Verdict.OPEN);
    assertThat(execution.of(new Runs(EMPTY, List.of("fail", "echo a")), "fail"))
        .isEqualTo(Verdict.WRONG);
  }

  @Test
  void verdict_whereTheGoldIsSilent_wantsItsProgram() throws Exception {
    Execution silent = new Execution((command, expected) -> new Outcome("", "", 0, true, Map.of()));
    Runs expected = new Runs(EMPTY, List.of("grep -q a /etc/passwd"));
    assertThat(silent.of(expected, "grep -q b /etc/passwd")).isEqualTo(Verdict.RIGHT);
    assertThat(silent.of(expected, "true")).isEqualTo(Verdict.WRONG);
  }

  @Test
  void verdict_onNoCommand_isWrong_andNothingOfItRuns() throws Exception {
    assertThat(execution.of(new Runs(EMPTY, List.of("echo a")), " ")).isEqualTo(Verdict.WRONG);
    assertThat(ran).containsExactly("echo a");
  }

  @Test
  void execution_comparesWhatCommandsDo() throws Exception {
    try {
      Sandbox.open();
    } catch (SandboxUnavailableException e) {
      abort(String.valueOf(e.getMessage()));
    }
    tree("1");
    script("count", "cat /data/*.txt | wc -l");
    script("remove", "rm /data/a.txt");
    script("wrong", "rm -rf /data");
    script("variable", "echo $FILES");
    script("impossible", "true");
    String tasks =
        """
        {"id":"1","nl":"count","cmd":"wc -l < /data/a.txt","cmd2":"echo 0","fs":1}
        {"id":"2","nl":"remove","cmd":"find /data -name a.txt -delete","fs":1}
        {"id":"3","nl":"wrong","cmd":"rm /data/a.txt","cmd2":"","fs":1}
        {"id":"4","nl":"variable","cmd":"echo /testbed/hello.c /testbed/FooBar.html","fs":"1"}
        {"id":"5","nl":"impossible","cmd":"no-such-program","cmd2":"cat /none","fs":4}
        """;
    EvalRun run = EvalRun.of(SERVER, "--json", "--execute", file(tasks));
    assertThat(run.figure("execution")).isEqualTo(0.6);
    assertThat(run.object("execution").path("n").asInt()).isEqualTo(5);
    assertThat(run.object("execution").at("/detail/not_judged").asInt()).isEqualTo(1);
  }

  @Test
  void aTreeThatIsMissing_isNamed() throws IOException {
    String tasks = file("{\"nl\":\"a\",\"cmd\":\"ls\",\"fs\":3}\n");
    assertThatThrownBy(() -> EvalRun.of(SERVER, "--execute", tasks))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(":1: fs: 3 (expected: ")
        .hasMessageContaining("fs_3.tar.gz");
  }

  private static void script(String request, String command) {
    EvalRun.answer(SERVER, request, okJson("{\"command\":\"" + command + "\"}"));
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("tasks.jsonl"), content).toString();
  }

  /** A tree of one folder with one file of two lines. */
  private void tree(String number) throws IOException, InterruptedException {
    Path data = Files.createDirectories(folder.resolve("tree/data"));
    Files.writeString(data.resolve("a.txt"), "1\n2\n");
    Path archive = Files.createDirectories(folder.resolve("execution"));
    Process tar =
        new ProcessBuilder(
                "tar",
                "-czf",
                archive.resolve("fs_" + number + ".tar.gz").toString(),
                "-C",
                folder.resolve("tree").toString(),
                "data")
            .start();
    assertThat(tar.waitFor()).isZero();
  }
}
