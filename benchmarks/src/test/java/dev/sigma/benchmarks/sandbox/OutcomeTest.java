package dev.sigma.benchmarks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  @Test
  void agrees_sameOutputAndChanges() {
    Outcome gold = outcome("a\nb\n", Map.of("/x", "file 644 1"));
    assertThat(gold.agrees(gold, outcome("a\nb", Map.of("/x", "file 644 1")), false)).isTrue();
    assertThat(gold.agrees(gold, outcome("a\nc\n", Map.of("/x", "file 644 1")), false)).isFalse();
    assertThat(gold.agrees(gold, outcome("a\nb\n", Map.of("/x", "file 600 1")), false)).isFalse();
    assertThat(gold.agrees(gold, outcome("a\nb\n", Map.of()), false)).isFalse();
  }

  @Test
  void agrees_orderCountsUnlessItMeansNothing() {
    Outcome gold = outcome("a\nb\n", Map.of());
    assertThat(gold.agrees(gold, outcome("b\na\n", Map.of()), false)).isFalse();
    assertThat(gold.agrees(gold, outcome("b\na\n", Map.of()), true)).isTrue();
    assertThat(gold.agrees(gold, outcome("b\na\na\n", Map.of()), true)).isFalse();
  }

  @Test
  void agrees_digitsCountUnlessTheyVary() {
    Outcome gold = outcome("pid   17 sh\n", Map.of());
    Outcome other = outcome("pid 4711 sh\n", Map.of());
    assertThat(gold.agrees(gold, other, false)).isFalse();
    Outcome again = outcome("pid   18 sh\n", Map.of());
    assertThat(gold.agrees(again, other, false)).isTrue();
    assertThat(gold.agrees(again, outcome("pid 17 ls\n", Map.of()), false)).isFalse();
  }

  @Test
  void agrees_filesThatVary_countByName() {
    Outcome gold = outcome("", Map.of("/a.gz", "file 644 1", "/b", "file 644 1"));
    Outcome again = outcome("", Map.of("/a.gz", "file 644 2", "/b", "file 644 1"));
    Map<String, String> same = Map.of("/a.gz", "file 644 3", "/b", "file 644 1");
    assertThat(gold.agrees(again, outcome("", same), false)).isTrue();
    assertThat(gold.agrees(gold, outcome("", same), false)).isFalse();
    Map<String, String> other = Map.of("/a.gz", "file 644 1", "/b", "file 644 2");
    assertThat(gold.agrees(again, outcome("", other), false)).isFalse();
  }

  @Test
  void agrees_ofASilentGold_theStatusCounts() {
    Outcome gold = outcome("", Map.of());
    assertThat(gold.agrees(gold, new Outcome("", "no", 1, true, Map.of()), false)).isFalse();
    assertThat(gold.agrees(gold, outcome("", Map.of()), false)).isTrue();
    Outcome speaking = outcome("a\n", Map.of());
    assertThat(speaking.agrees(speaking, new Outcome("a\n", "", 1, true, Map.of()), false))
        .isTrue();
  }

  @Test
  void agrees_withWhatDidNotEnd_never() {
    Outcome gold = outcome("a\n", Map.of());
    assertThat(gold.agrees(gold, new Outcome("a\n", "", 137, false, Map.of()), false)).isFalse();
  }

  @Test
  void isUsable_unlessItFailedWithoutAWord() {
    assertThat(outcome("", Map.of()).isUsable()).isTrue();
    assertThat(new Outcome("a", "", 1, true, Map.of()).isUsable()).isTrue();
    assertThat(new Outcome("", "", 1, true, Map.of("/x", "")).isUsable()).isTrue();
    assertThat(new Outcome("", "cat: x: no", 1, true, Map.of()).isUsable()).isFalse();
    assertThat(new Outcome("0", "tree: command not found", 0, true, Map.of()).isUsable()).isFalse();
    assertThat(new Outcome("a", "", 127, true, Map.of()).isUsable()).isFalse();
    assertThat(new Outcome("a", "", 0, false, Map.of()).isUsable()).isFalse();
  }

  private static Outcome outcome(String output, Map<String, String> changes) {
    return new Outcome(output, "", 0, true, changes);
  }
}
