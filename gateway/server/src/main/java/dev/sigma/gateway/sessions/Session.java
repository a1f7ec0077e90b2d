package dev.sigma.gateway.sessions;

import java.util.ArrayList;
import java.util.List;

/**
 * The turns of a conversation, oldest first. Bounded: when it grows too long its older half goes at
 * once, so that what is left stays a fixed prefix for many turns.
 */
public record Session(List<Turn> turns) {

  static final int MOST_TURNS = 16;
  static final int MOST_CHARACTERS = 16_000;

  /** A session without turns. */
  public static final Session EMPTY = new Session(List.of());

  public Session {
    turns = List.copyOf(turns);
  }

  /** This session and one more turn. */
  public Session with(Turn turn) {
    List<Turn> all = new ArrayList<>(turns);
    all.add(turn);
    Session longer = new Session(all);
    while (longer.turns.size() > MOST_TURNS || longer.characters() > MOST_CHARACTERS) {
      longer = longer.newerHalf();
    }
    return longer;
  }

  /** Without its older half; a session of one turn becomes empty. */
  public Session newerHalf() {
    return new Session(turns.subList((turns.size() + 1) / 2, turns.size()));
  }

  int characters() {
    return turns.stream().mapToInt(Turn::characters).sum();
  }
}
