package dev.sigma.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promise: what deletes, overwrites, formats, stops or downloads-and-runs is never shown
 * without its reason. The tables were written without sight of the rules.
 */
class RiskTablesTest {

  @ParameterizedTest
  @MethodSource("dangerous")
  void dangerous_hasItsReason(String rule, String command) {
    CommandAnalysis analysis = CommandAnalyzer.analyze(command, Shell.BASH);
    assertThat(analysis.needsConfirmation()).isTrue();
    assertThat(analysis.risk().level()).isEqualTo(Risk.Level.DESTRUCTIVE);
    assertThat(analysis.risk().reasons()).extracting(Reason::rule).contains(rule);
    assertThat(analysis.risk().reasons())
        .allSatisfy(r -> assertThat(r.end()).isLessThanOrEqualTo(command.length()));
  }

  @ParameterizedTest
  @MethodSource("untold")
  void decidedOnlyAsItRuns_isUnknown(String command) {
    CommandAnalysis analysis = CommandAnalyzer.analyze(command, Shell.BASH);
    assertThat(analysis.needsConfirmation()).isTrue();
    assertThat(analysis.risk().level()).isIn(Risk.Level.UNKNOWN, Risk.Level.DESTRUCTIVE);
    assertThat(analysis.risk().reasons()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void harmless_isReadOnly(String command) {
    Risk risk = CommandAnalyzer.analyze(command, Shell.BASH).risk();
    assertThat(risk.reasons()).isEmpty();
    assertThat(risk.level()).isEqualTo(Risk.Level.READ_ONLY);
  }

  static Stream<String[]> dangerous() {
    return lines("dangerous.tsv").map(line -> line.split("\t", 2));
  }

  static Stream<String> untold() {
    return lines("untold.tsv");
  }

  static Stream<String> harmless() {
    return lines("harmless.tsv");
  }

  private static Stream<String> lines(String resource) {
    try (InputStream in = RiskTablesTest.class.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.split("\n", -1)).stream()
          .filter(line -> !line.isBlank())
          .map(RiskTablesTest::unescaped);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the tables a line break is written as a backslash and n, a backslash as two. */
  private static String unescaped(String line) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        char next = line.charAt(++i);
        out.append(next == 'n' ? '\n' : next);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
