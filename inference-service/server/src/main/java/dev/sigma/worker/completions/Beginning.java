package dev.sigma.worker.completions;

import dev.sigma.engine.schedule.GenerationListener.GeneratedToken;
import dev.sigma.engine.schedule.GenerationListener.TokenProbability;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of an answer: that of another, and then a token of its own. It holds on to the
 * other's tokens rather than copying them.
 *
 * @param other tokens of the other answer; empty: nothing is fixed yet
 * @param at where it goes its own way
 * @param token the first of its own; null where nothing is fixed
 * @param logProbability of all its tokens together
 */
record Beginning(
    List<GeneratedToken> other, int at, @Nullable TokenProbability token, double logProbability) {

  /** Of any answer. */
  static final Beginning NOTHING = new Beginning(List.of(), 0, null, 0);

  int length() {
    return token == null ? 0 : at + 1;
  }

  List<GeneratedToken> tokens() {
    if (token == null) {
      return List.of();
    }
    List<GeneratedToken> tokens = new ArrayList<>(other.subList(0, at));
    tokens.add(new GeneratedToken(token.id(), "", token.logProbability(), other.get(at).top()));
    return tokens;
  }
}
