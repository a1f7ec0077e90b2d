package dev.sigma.benchmarks;

/**
 * What came back for one turn of an item.
 *
 * @param turn its index, from 0
 * @param error why no answer came, else empty
 */
record Prediction(EvalItem item, int turn, Answer answer, String error, Verdict verdict) {

  /** What a command turned out to be. */
  enum Verdict {
    RIGHT,
    WRONG,
    /** Nothing was expected, or what was expected could not be established here. */
    OPEN
  }

  EvalItem.Turn asked() {
    return item.turns().get(turn);
  }

  String command() {
    return answer.command();
  }

  boolean right() {
    return verdict == Verdict.RIGHT;
  }
}
