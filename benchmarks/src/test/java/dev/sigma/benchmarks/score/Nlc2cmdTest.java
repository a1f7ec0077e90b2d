package dev.sigma.benchmarks.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sigma.benchmarks.score.Nlc2cmd.Candidate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every figure is worked out by hand from the description of the metric. */
class Nlc2cmdTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // no options on either side: F = 1, F' = 1
        "ls /a | ls /b | 1",
        // the same two options: F = (2*2 - 2) / 2 = 1
        "ls -la | ls -a -l | 1",
        // one of two: F = (2*1 - 2) / 2 = 0, F' = 1/2
        "ls -l | ls -la | 0.5",
        // one of one missing: F = (0 - 1) / 1 = -1, F' = 0
        "ls | ls -l | 0",
        // one each, none in common: F = (0 - 2) / 1 = -2, F' = -1/2
        "ls -a | ls -l | -0.5",
        // two in common of three and two: F = (2*2 - 3) / 3 = 1/3, F' = 2/3
        "ls -lah | ls -la | 0.6666667",
        // another utility: -1
        "dir | ls | -1",
        // find right with F' = 1, wc missing: (1 - 1) / 2
        "find . -name x | `find . -name y | wc -l` | 0",
      })
  void score_ofOneCandidate(String predicted, String gold, double expected) {
    assertThat(top1(predicted, gold)).isCloseTo(expected, within(1e-6));
  }

  @Test
  void score_countsEveryUtility() {
    // find: {-type, -exec} against {-type, -exec}: 1; grep: {-l} against {-l, -i}: (2 - 2) / 2 = 0
    // -> 1/2
    assertThat(
            top1("find . -type f -exec grep -l a {} \\;", "find / -type f -exec grep -il b {} +"))
        .isEqualTo(0.75);
    // superfluous second utility: (1 - 1) / 2
    assertThat(top1("ls | sort", "ls")).isZero();
    // aligned by position: ls/sort, sort/none: (-1 - 1) / 2
    assertThat(top1("ls | sort", "sort")).isEqualTo(-1);
  }

  @Test
  void score_ofWhatCannotBeRead_isThatOfAllMissing() {
    assertThat(top1("ls 'a", "ls | wc")).isEqualTo(-1);
    assertThat(top1("", "ls")).isEqualTo(-1);
  }

  @Test
  void score_ofSeveralReferences_isTheBest() {
    // against ls -l: -1/2; against ls -a: 1
    assertThat(Nlc2cmd.score(List.of(new Candidate("ls -a", 1)), List.of("ls -l", "ls -a")))
        .hasValue(1);
  }

  @Test
  void score_ofFive_isTheBestTimesItsConfidence_ifAboveZero() {
    // -1 * 1.0; 1 * 0.9; 0.5 * 0.8 = 0.4
    assertThat(five("dir", "ls -la", "ls -l")).isEqualTo(0.9);
  }

  @Test
  void score_ofFive_isTheMeanWhereNoneIsAboveZero() {
    // -1 * 1.0; 0.9 * F' (ls -z: F = (0 - 3) / 2 = -1.5, F' = -1/4): -0.25 * 0.9 = -0.225
    assertThat(five("dir", "ls -z")).isCloseTo((-1 - 0.225) / 2, within(1e-9));
  }

  @Test
  void score_withoutAReadableReference_isNone() {
    assertThat(Nlc2cmd.score(List.of(new Candidate("ls", 1)), List.of("ls 'a"))).isEmpty();
    assertThat(Nlc2cmd.score(List.of(new Candidate("ls", 1)), List.of("A=1"))).isEmpty();
    assertThat(Nlc2cmd.score(List.of(new Candidate("ls", 1)), List.of("ls 'a", "ls"))).hasValue(1);
  }

  private static double top1(String predicted, String gold) {
    return Nlc2cmd.score(List.of(new Candidate(predicted, 1)), List.of(gold)).orElseThrow();
  }

  /** Against {@code ls -la}, with the confidences 1, 0.9, 0.8. */
  private static double five(String... commands) {
    List<Candidate> candidates =
        IntStream.range(0, commands.length)
            .mapToObj(i -> new Candidate(commands[i], 1 - 0.1 * i))
            .toList();
    return Nlc2cmd.score(candidates, List.of("ls -la")).orElseThrow();
  }
}
