package dev.sigma.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "find  /var -size +1G # find -size",
        "find . -name '*.log -x' -exec grep -l a {} \\; # find -name -exec grep -l",
        "sudo du -sh * | sort -rh | head -n 5 # sudo du -sh | sort -rh | head -n",
        "ls|xargs -0 -I {} rm -f {} # ls | xargs -0 -I rm -f",
        "sudo -u bob ls -l # sudo -u ls -l",
        "awk '{print $1|\"sort -n\"}' a || ls # awk | | ls",
        "tar --file=a.tar -x ; rm a.tar # tar --file -x ; rm",
        "cat - # cat",
        "ls # ls",
      })
  void outline_isProgramsAndOptions(String command, String outline) {
    assertThat(CommandText.outline(command)).isEqualTo(outline);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "kill 5 # kill 6",
        "grep -r a . # grep -r 'b c' /srv",
        "ls  -l # ls -l x",
        "find -size 1 -name a # find -name b -size 2"
      })
  void outline_ofCommandsThatDifferInValues_isTheSame(String one, String other) {
    assertThat(CommandText.outline(one)).isEqualTo(CommandText.outline(other));
  }
}
