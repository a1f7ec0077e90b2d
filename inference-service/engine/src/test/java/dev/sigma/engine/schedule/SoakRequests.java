package dev.sigma.engine.schedule;

import dev.sigma.engine.schedule.GenerationListener.GeneratedToken;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What a soak asks for, and what is right. Used by one thread. */
interface SoakRequests {

  /** One request, or candidates: several that differ in their seeds only. */
  List<GenerationRequest> draw(Random random);

  /** What is wrong with these first tokens of an answer; empty: nothing. */
  Optional<String> fault(GenerationRequest request, List<GeneratedToken> tokens);
}
