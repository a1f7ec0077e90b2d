package dev.sigma.gateway.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same answers as the Python that training uses. */
class TableDigestTest {

  private static final Path CASES = Path.of("../../models/sigma/digest_cases.jsonl");
  private static final int HOSTILE_LENGTH = 64 << 10;

  /** Each is repeated up to the length above. */
  static List<String> hostile() {
    return List.of(
        "NAME AGE\n",
        "a,b\n",
        "a, ",
        "1\t/a\n",
        "+--+\n",
        "a|b\n--+--\n1|2\n",
        "Up ",
        "\" ",
        "3 hours ago ",
        "-|-",
        "M  a\n",
        "\t",
        "\n",
        "1 /a\nx:\n",
        "k\nx:\n",
        "| 0 a b 1 C x x x\n",
        "|  0  " + " ".repeat(980) + "x\n",
        "|  0  a b 1 C " + "x ".repeat(480) + "\n",
        "|  0  a b 1 C x" + " ".repeat(970) + "x\n",
        "[0] " + "x ".repeat(490) + "\n",
        " x" + " x".repeat(490) + "| x\n",
        "| a 1C " + "11111W/ 1 ".repeat(95) + "\n",
        "| 0 a | 0000:0 |  |\n| a 1C " + "11111W/".repeat(95) + "\n",
        "9".repeat(999) + "\n",
        "-rw-r--r-- 1 ",
        "crw-rw-rw- 1 root root 1, 3 x\n",
        "crw-rw-rw- x\nx: y\n",
        "crw-rw-rw- x\ncrw-rw-rw- x\ny\n",
        "NAME" + " ".repeat(900) + "READY\n" + "a\n".repeat(2_000));
  }

  private record Case(String paste, String digest) {}

  private static List<Case> cases() throws IOException {
    JsonMapper json = new JsonMapper();
    try (Stream<String> lines = Files.lines(CASES)) {
      return lines.map(json::readTree).map(TableDigestTest::parsed).toList();
    }
  }

  private static Case parsed(JsonNode node) {
    return new Case(node.path("paste").asString(), node.path("digest").asString());
  }

  @Test
  void cases_areAnsweredAsInPython() throws IOException {
    assertThat(cases())
        .hasSizeGreaterThan(300)
        .allSatisfy(c -> assertThat(TableDigest.of(c.paste)).as(c.paste).isEqualTo(c.digest));
  }

  @Test
  void lineEndsOfWindows_changeNothing() throws IOException {
    assertThat(cases())
        .filteredOn(c -> !c.paste.contains("\r"))
        .allSatisfy(
            c -> assertThat(TableDigest.of(c.paste.replace("\n", "\r\n"))).isEqualTo(c.digest));
  }

  @Test
  void anyLines_areTaken_andWhatIsSaidStaysBounded() throws IOException {
    List<String> lines = new ArrayList<>();
    cases().forEach(c -> lines.addAll(List.of(c.paste.split("\n", -1))));
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      Collections.shuffle(lines, random);
      String said = TableDigest.of(String.join("\n", lines.subList(0, 60)));
      assertThat(said).hasSizeLessThanOrEqualTo(1_200);
      assertThat(said.lines()).hasSizeLessThanOrEqualTo(12);
    }
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostile_takesLinearTime(String piece) {
    String paste = piece.repeat(HOSTILE_LENGTH / piece.length());
    assertTimeout(Duration.ofSeconds(2), () -> TableDigest.of(paste));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " ", "\0", "\uD800", "About", "no table"})
  void nothingToSay_isEmpty(String paste) {
    assertThat(TableDigest.of(paste)).isEmpty();
  }
}
