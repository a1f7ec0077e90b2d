package dev.sigma.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedValuesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`files over 100MB in /var/log` | `/var/log, 100`",
        "`replace \"foo bar\" in notes.txt, don't ask` | `foo bar, notes.txt`",
        "`kill 48213 and 'my job'` | `my job, 48213`",
        "`copy ~/a.txt to ./b/ as build/c.o` | `~/a.txt, ./b/, build/c.o`",
        "`all *.log and *.tar.gz files` | `*.log, *.tar.gz`",
        "`version 1.5 of python3` | `1.5`",
        "`list everything` | ``",
      })
  void in_findsWhatARequestNames(String request, String expected) {
    assertThat(String.join(", ", NamedValues.in(request))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "head -n10 x     | 10    | true",
        "head -100 x     | 10    | false",
        "head -1.10      | 10    | false",
        "du /srv/x       | /srv  | false",
        "du /srv; ls     | /srv  | true",
        "cat a.txt.gz    | a.txt | false",
        "cat 'a.txt'     | a.txt | true",
        "cat ba.txt      | a.txt | false",
      })
  void standsIn_byItselfAlone(String command, String value, boolean expected) {
    assertThat(NamedValues.standsIn(command, value)).isEqualTo(expected);
  }
}
