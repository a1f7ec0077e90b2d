package dev.sigma.benchmarks.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`  ls   -l ` | ls -l",
        "`ls;` | ls",
        "`ls ; ` | ls",
        "`find . -exec rm {} \\;` | `find . -exec rm {} \\;`",
        "`echo 'a   b'  c` | `echo 'a   b' c`",
        "`echo \"a  \\\"  b\"  c` | `echo \"a  \\\"  b\" c`",
        "`echo a\\  b` | `echo a\\  b`",
        "`echo 'it\\'  x` | `echo 'it\\' x`",
      })
  void normalise_evensOutSpaceThatMeansNothing(String command, String expected) {
    assertThat(CommandText.normalise(command)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ls -l | ls",
        "sudo -n systemctl restart nginx | systemctl",
        "LC_ALL=C sort names.txt | sort",
        "/usr/bin/find . | find",
        "sudo env A=b apt-get install htop | apt-get",
        "sudo | ''",
      })
  void utility_isTheProgramThatStarts(String command, String expected) {
    assertThat(CommandText.utility(command)).isEqualTo(expected);
  }
}
