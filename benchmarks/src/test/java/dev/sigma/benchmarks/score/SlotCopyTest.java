package dev.sigma.benchmarks.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotCopyTest {
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
  void slots_areWhatARequestNames(String request, String expected) {
    assertThat(String.join(", ", SlotCopy.slots(request))).isEqualTo(expected);
  }

  @Test
  void of_countsOnlyWhatAGoldCommandHolds() {
    String request = "show the 10 largest files under /srv in 1 list";
    List<String> golds = List.of("du -a /srv | sort -n | head -10", "du /srv | head");
    assertThat(SlotCopy.of(request, golds, "du -a /srv | sort -rn | head -n 10"))
        .isEqualTo(new SlotCopy.Count(2, 2));
    assertThat(SlotCopy.of(request, golds, "du -a /srv2 | head -100"))
        .isEqualTo(new SlotCopy.Count(0, 2));
    assertThat(SlotCopy.of(request, golds, "du -a /srv/x | head -n10"))
        .isEqualTo(new SlotCopy.Count(1, 2));
  }

  @Test
  void of_aMissingCommand_copiesNothing() {
    assertThat(SlotCopy.of("cat a.txt", List.of("cat a.txt"), ""))
        .isEqualTo(new SlotCopy.Count(0, 1));
  }

  @Test
  void of_aChangedQuotedText_isNotCopied() {
    List<String> golds = List.of("grep 'Foo bar' x");
    assertThat(SlotCopy.of("find 'Foo bar'", golds, "grep 'foo bar' x").copied()).isZero();
    assertThat(SlotCopy.of("find 'Foo bar'", golds, "grep \"Foo bar\" y").copied()).isOne();
  }
}
