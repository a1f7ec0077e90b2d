package dev.sigma.benchmarks.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlotCopyTest {
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
