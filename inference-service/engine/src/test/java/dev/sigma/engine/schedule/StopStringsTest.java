package dev.sigma.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StopStringsTest {

  @Test
  void push_ofABeginning_isHeldBackUntilDecided() {
    StopStrings stops = new StopStrings(List.of("END"));
    assertThat(stops.push("aE")).isEqualTo("a");
    assertThat(stops.push("N")).isEmpty();
    assertThat(stops.push("x")).isEqualTo("ENx");
    assertThat(stops.found()).isFalse();
  }

  @Test
  void push_ofAStopStringInPieces_givesOnlyWhatStandsBefore() {
    StopStrings stops = new StopStrings(List.of("END"));
    assertThat(stops.push("aEEN")).isEqualTo("aE");
    assertThat(stops.push("D and more")).isEmpty();
    assertThat(stops.found()).isTrue();
    assertThat(stops.push("x") + stops.flush()).isEmpty();
  }

  @Test
  void flush_withoutAStop_givesTheRest() {
    StopStrings stops = new StopStrings(List.of("\n\n", "END"));
    assertThat(stops.push("a\n")).isEqualTo("a");
    assertThat(stops.flush()).isEqualTo("\n");
  }

  @Test
  void pieces_ofRandomText_giveTheTextBeforeTheFirstStop() {
    Random random = new Random(5);
    for (int round = 0; round < 5_000; round++) {
      List<String> stops = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        stops.add(text(random, 1 + random.nextInt(4)));
      }
      String text = text(random, random.nextInt(20));
      StopStrings watch = new StopStrings(stops);
      StringBuilder out = new StringBuilder();
      for (int at = 0; at < text.length(); ) {
        int next = Math.min(text.length(), at + 1 + random.nextInt(3));
        out.append(watch.push(text.substring(at, next)));
        at = next;
      }
      out.append(watch.flush());
      assertThat(out.toString()).as("%s in %s", stops, text).isEqualTo(naive(text, stops));
    }
  }

  /** Cuts at the stop string that is whole first; of those, the one that begins first. */
  private static String naive(String text, List<String> stops) {
    for (int end = 0; end <= text.length(); end++) {
      String seen = text.substring(0, end);
      int cut =
          stops.stream()
              .filter(seen::endsWith)
              .mapToInt(stop -> seen.length() - stop.length())
              .min()
              .orElse(-1);
      if (cut >= 0) {
        return text.substring(0, cut);
      }
    }
    return text;
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(2)));
    }
    return text.toString();
  }
}
