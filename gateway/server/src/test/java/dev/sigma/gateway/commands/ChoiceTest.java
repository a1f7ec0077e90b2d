package dev.sigma.gateway.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.commands.Shell;
import dev.sigma.gateway.commands.CommandAnswer.Alternative;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceTest {

  private static final CommandRequest REQUEST =
      request("count the lines of report.txt and 'my notes'");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wc -l report.txt 'my notes' | 0.49  | true", // nothing is missing
        "wc -l report.txt 'my notes' | 0.51  | false",
        "wc -l report.txt            | 0.94  | true", // one, and 0.06 are left
        "wc -l report.txt            | 0.96  | false",
        "wc -l notes                 | 0.996 | true", // two
        "wc -l notes                 | 0.998 | false",
        "wc -l notes                 | 1     | false",
        "wc -l report.txt 'my notes  | 0.99  | true", // no shell reads it
      })
  void isOpen_onlyWhereAnotherCouldWin(String command, double confidence, boolean expected) {
    assertThat(Choice.isOpen(REQUEST, new Alternative(command, confidence))).isEqualTo(expected);
  }

  @Test
  void of_whatLeavesOutLess_isTheAnswer_evenIfTwentyTimesLessProbable() {
    Alternative greedy = new Alternative("wc -l report.txt", 0.8);
    Alternative whole = new Alternative("wc -l report.txt 'my notes'", 0.05);
    Alternative other = new Alternative("cat report.txt", 0.1);
    Choice choice = Choice.of(REQUEST, greedy, List.of(greedy, other, whole));
    assertThat(choice.first()).isEqualTo(whole);
    assertThat(choice.others())
        .containsExactly(other, greedy); // greedy adds nothing to the whole one
  }

  @Test
  void of_whatIsTooUnlikely_isNot() {
    Alternative greedy = new Alternative("wc -l report.txt", 0.8);
    Alternative whole = new Alternative("wc -l report.txt 'my notes'", 0.03);
    assertThat(Choice.of(REQUEST, greedy, List.of(greedy, whole)).first()).isEqualTo(greedy);
  }

  @Test
  void of_equallyWhole_theMostProbableIsTheAnswer() {
    Alternative greedy = new Alternative("ls -l", 0.2);
    Alternative better = new Alternative("ls -a", 0.3);
    assertThat(Choice.of(request("list"), greedy, List.of(better, greedy)).first())
        .isEqualTo(better);
    assertThat(Choice.of(request("list"), greedy, List.of()).first()).isEqualTo(greedy);
  }

  @Test
  void of_sameButForBlanks_comesOnce() {
    Alternative greedy = new Alternative("ls -l", 0.5);
    Choice choice = Choice.of(request("list"), greedy, List.of(new Alternative("ls  -l", 0.1)));
    assertThat(choice.others()).isEmpty();
  }

  @Test
  void of_othersThatDifferInValuesAlone_comeLast() {
    Alternative greedy = new Alternative("ls -l", 0.4);
    Alternative value = new Alternative("ls -l x", 0.3);
    Alternative all = new Alternative("ls -a", 0.2);
    Alternative sizes = new Alternative("du", 0.1);
    assertThat(Choice.of(request("list"), greedy, List.of(greedy, value, all, sizes)).others())
        .containsExactly(all, sizes, value);
  }

  @Test
  void of_whatStandsForMore_comesBeforeTheMoreProbable() {
    Alternative greedy = new Alternative("ls", 0.4);
    Alternative du = new Alternative("du -s", 0.2);
    Alternative find = new Alternative("find . -size +1G", 0.15);
    Alternative files = new Alternative("find . -size +1G -type f", 0.14); // two thirds like it
    assertThat(Choice.of(request("big ones"), greedy, List.of(greedy, du, find, files)).others())
        .containsExactly(find, du, files); // 0.15 + 0.14 * 2/3, 0.2, 0.14 / 3
  }

  @Test
  void of_whatNoShellReads_isNotTheAnswerBesideOneThatItReads() {
    Alternative greedy = new Alternative("echo 'a", 0.9);
    Alternative closed = new Alternative("echo 'a'", 0.001);
    assertThat(Choice.of(request("say a"), greedy, List.of(greedy, closed)).first())
        .isEqualTo(closed);
  }

  private static CommandRequest request(String text) {
    return new CommandRequest(
        text, Shell.BASH, "linux", Optional.empty(), Optional.empty(), 0, false);
  }
}
