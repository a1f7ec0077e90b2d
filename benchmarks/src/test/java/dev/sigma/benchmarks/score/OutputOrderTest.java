package dev.sigma.benchmarks.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputOrderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "find /a -type f; true",
        "find /a -type f | xargs wc -l; true",
        "find /a | sort; false",
        "ls -l /a; false",
        "ls -Ul /a; true",
        "grep -rn x /a; true",
        "grep -n x /a; false",
        "cat $(find /a); true",
        "du -a; true",
      })
  void isOfFileSystem(String command, boolean expected) {
    assertThat(OutputOrder.isOfFileSystem(command)).isEqualTo(expected);
  }
}
