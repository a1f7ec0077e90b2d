package dev.sigma.benchmarks;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class EvalCalibrationTest {
  /** Requests of either half. */
  private static final List<String> FITTED = requests(true);

  private static final List<String> MEASURED = requests(false);

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  @TempDir Path folder;

  @Test
  void calibration_fitsOnOneHalf_andMeasuresOnTheOther() throws Exception {
    // fitted: ten right from 0.6 on, one wrong below: the threshold is 0.6
    FITTED.subList(0, 9).forEach(request -> script(request, "ls", 0.9));
    script(FITTED.get(9), "ls", 0.6);
    script(FITTED.get(10), "df", 0.5);
    // measured: two at or above 0.6, one of them right; two below
    script(MEASURED.get(0), "ls", 0.8);
    script(MEASURED.get(1), "df", 0.7);
    script(MEASURED.get(2), "df", 0.3);
    EvalRun.answer(SERVER, MEASURED.get(3), okJson("{}").withStatus(422));
    String patterns =
        FITTED.subList(0, 11).stream().map(EvalCalibrationTest::line).collect(joining())
            + line(MEASURED.get(0));
    String golds =
        "{\"nl\":\"%s\",\"golds\":[\"ls\"]}\n{\"nl\":\"%s\",\"cmd\":\"ls\"}\n"
            .formatted(MEASURED.get(1), MEASURED.get(2));
    EvalRun run =
        EvalRun.of(
            SERVER,
            "--json",
            "--calibration",
            file("a.jsonl", patterns + line(MEASURED.get(3))),
            file("b.jsonl", golds));
    assertThat(run.metrics())
        .containsExactly(
            "confidence_map", "threshold", "ece", "precision_above_threshold", "answered_share");
    assertThat(run.figure("threshold")).isEqualTo(0.6);
    assertThat(run.object("threshold").path("n").asInt()).isEqualTo(11);
    assertThat(run.object("confidence_map").at("/detail/from_and_probability").toString())
        .isEqualTo("[[0.5,0.0],[0.6,1.0]]");
    assertThat(run.figure("answered_share")).isEqualTo(0.5);
    assertThat(run.figure("precision_above_threshold")).isEqualTo(0.5);
    // mapped: 1 (right), 1 (wrong), 0, 0, each in a bin of its own
    assertThat(run.figure("ece")).isEqualTo(0.25);
    // as they came: 0.2 + 0.7 + 0.3 + 0
    assertThat(run.object("ece").at("/detail/before_the_map").asDouble())
        .isCloseTo(0.3, within(1e-9));
  }

  @Test
  void calibration_whereNothingIsGoodEnough_hasNoThreshold() throws Exception {
    script(FITTED.get(0), "df", 0.9);
    script(MEASURED.get(0), "ls", 0.9);
    String file = file("a.jsonl", line(FITTED.get(0)) + line(MEASURED.get(0)));
    EvalRun run = EvalRun.of(SERVER, "--json", "--calibration", file);
    assertThat(run.metrics()).containsExactly("confidence_map", "ece", "answered_share");
    assertThat(run.figure("answered_share")).isZero();
  }

  @Test
  void calibration_withoutConfidences_isRefused() throws Exception {
    EvalRun.answer(SERVER, "a", okJson("{\"command\":\"ls\"}"));
    String file = file("a.jsonl", line("a"));
    assertThatThrownBy(() -> EvalRun.of(SERVER, "--calibration", file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no answer has a confidence");
  }

  @Test
  void calibration_ofAnEndpoint_isRefused() throws IOException {
    String file = file("a.jsonl", line("a"));
    assertThatThrownBy(
            () -> EvalRun.of(SERVER, "--calibration", file, "--endpoint", "http://127.0.0.1:9"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--endpoint");
  }

  @Test
  void calibration_ofAnotherForm_isRefusedWithItsLine() throws IOException {
    String file = file("a.jsonl", "{\"request\":\"a\"}\n");
    assertThatThrownBy(() -> EvalRun.of(SERVER, "--calibration", file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("a.jsonl:1: none of the forms");
  }

  private static List<String> requests(boolean fitted) {
    return IntStream.range(0, 100)
        .mapToObj(i -> "request " + i)
        .filter(request -> CalibrationMetrics.isFitted(request) == fitted)
        .toList();
  }

  private static String line(String request) {
    return "{\"request\":\"" + request + "\",\"pattern\":\"ls\"}\n";
  }

  private static void script(String request, String command, double confidence) {
    EvalRun.answer(
        SERVER,
        request,
        okJson("{\"command\":\"" + command + "\",\"confidence\":" + confidence + "}"));
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
