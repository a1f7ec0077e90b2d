package dev.sigma.worker.completions;

import dev.sigma.engine.schedule.GenerationListener.FinishReason;
import dev.sigma.engine.schedule.GenerationListener.GeneratedToken;
import dev.sigma.engine.schedule.GenerationListener.GenerationUsage;
import java.util.ArrayList;
import java.util.List;

/**
 * One candidate, complete.
 *
 * @param index which one, from 0
 * @param text its text
 * @param tokens its tokens, in order
 * @param reason why it ended
 * @param usage what it took
 */
record CandidateAnswer(
    int index,
    String text,
    List<GeneratedToken> tokens,
    FinishReason reason,
    GenerationUsage usage) {

  /** Natural log of the probability that the model gave to exactly this answer. */
  double logProbability() {
    return tokens.stream().mapToDouble(GeneratedToken::logProbability).sum();
  }

  /** As the rest of an answer that begins with {@code beginning}; without its text. */
  CandidateAnswer after(List<GeneratedToken> beginning) {
    List<GeneratedToken> all = new ArrayList<>(beginning);
    all.addAll(tokens);
    return new CandidateAnswer(index, "", all, reason, usage);
  }

  /** Sorts the events of all candidates into answers. */
  static List<CandidateAnswer> collect(List<CandidateEvent> events, int candidates) {
    List<List<GeneratedToken>> tokens = new ArrayList<>();
    for (int i = 0; i < candidates; i++) {
      tokens.add(new ArrayList<>());
    }
    CandidateAnswer[] answers = new CandidateAnswer[candidates];
    for (CandidateEvent event : events) {
      int i = event.candidate();
      switch (event) {
        case CandidateEvent.Token t -> tokens.get(i).add(t.token());
        case CandidateEvent.Finished f -> {
          StringBuilder text = new StringBuilder();
          tokens.get(i).forEach(t -> text.append(t.text()));
          answers[i] =
              new CandidateAnswer(i, text.toString(), tokens.get(i), f.reason(), f.usage());
        }
      }
    }
    return List.of(answers);
  }
}
