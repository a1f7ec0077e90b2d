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
        "` ls   -l ` # ls -l",
        "echo 'a  b'   c # echo 'a  b' c",
        "echo \"a  \\\"  b\"  c # echo \"a  \\\"  b\" c",
        "touch a\\   b # touch a\\ b",
        "echo  'a # echo 'a",
      })
  void normalised_hasOneBlankOutsideQuotes(String command, String expected) {
    assertThat(CommandText.normalised(command)).isEqualTo(expected);
  }
}
