package dev.sigma.worker.completions;

import dev.sigma.engine.schedule.GenerationListener.GeneratedToken;
import dev.sigma.engine.schedule.GenerationListener.TokenProbability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Beginnings that nobody has continued yet; no more of them than may still be. */
final class Frontier {

  /** The most probable first; of equals the one that was added first. */
  private static final Comparator<Entry> ORDER =
      Comparator.comparingDouble((Entry e) -> -e.beginning.logProbability())
          .thenComparingLong(e -> e.number);

  private final int most;
  private final int longest;
  private final TreeSet<Entry> entries = new TreeSet<>(ORDER);
  private long added;

  private record Entry(Beginning beginning, long number) {}

  /**
   * Holds the beginning of any answer.
   *
   * @param most beginnings that are worth keeping
   * @param longest tokens of an answer
   */
  Frontier(int most, int longest) {
    this.most = most;
    this.longest = longest;
    add(Beginning.NOTHING);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Takes the best {@code count}, or what there is. */
  List<Beginning> take(int count) {
    List<Beginning> taken = new ArrayList<>();
    while (taken.size() < count && !entries.isEmpty()) {
      taken.add(entries.removeFirst().beginning);
    }
    return taken;
  }

  /**
   * Adds every way to leave an answer.
   *
   * @param from the first position to leave it at: before, it is another answer's, whose ways are
   *     here already
   */
  void add(List<GeneratedToken> answer, int from) {
    double before = 0;
    for (int at = 0; at < answer.size(); at++) {
      GeneratedToken token = answer.get(at);
      if (at >= from && at < longest) {
        for (TokenProbability other : token.top()) {
          if (other.id() != token.id()) {
            add(new Beginning(answer, at, other, before + other.logProbability()));
          }
        }
      }
      before += token.logProbability();
    }
  }

  private void add(Beginning beginning) {
    entries.add(new Entry(beginning, added++));
    if (entries.size() > most) {
      entries.removeLast();
    }
  }
}
