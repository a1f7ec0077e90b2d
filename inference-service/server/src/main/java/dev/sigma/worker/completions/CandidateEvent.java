package dev.sigma.worker.completions;

import dev.sigma.engine.schedule.GenerationListener.FinishReason;
import dev.sigma.engine.schedule.GenerationListener.GeneratedToken;
import dev.sigma.engine.schedule.GenerationListener.GenerationUsage;

/** What happened to one candidate, in order. */
sealed interface CandidateEvent {

  /** Which candidate, from 0. */
  int candidate();

  /** A token was drawn. */
  record Token(int candidate, GeneratedToken token) implements CandidateEvent {}

  /** The candidate has ended. */
  record Finished(int candidate, FinishReason reason, GenerationUsage usage)
      implements CandidateEvent {}
}
