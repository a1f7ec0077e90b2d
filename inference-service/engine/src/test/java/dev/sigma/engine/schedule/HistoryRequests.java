package dev.sigma.engine.schedule;

import dev.sigma.engine.sampling.Sampler;
import dev.sigma.engine.sampling.SamplingParameters;
import dev.sigma.engine.schedule.GenerationListener.GeneratedToken;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Requests of many lengths that share prefixes, for a {@link HistoryRunner}; answers are compared
 * with what is drawn from the hash directly, without pools or steps.
 */
final class HistoryRequests implements SoakRequests {

  private static final int TENANTS = 4;
  private static final int TEXTS = 10;
  private static final int LONGEST_PROMPT = 100;
  private static final int LONGEST_ANSWER = 60;
  private static final int MOST_CANDIDATES = 4;

  private final Sampler sampler = new Sampler(HistoryRunner.VOCABULARY, HistoryRunner.VOCABULARY);

  @Override
  public List<GenerationRequest> draw(Random random) {
    int[] prompt =
        new Random(random.nextInt(TEXTS))
            .ints(1 + random.nextInt(LONGEST_PROMPT), 1, HistoryRunner.VOCABULARY)
            .toArray();
    String tenant = "tenant-" + random.nextInt(TENANTS);
    int maxTokens = 1 + random.nextInt(LONGEST_ANSWER);
    List<String> stop = stop(random);
    int candidates = random.nextInt(8) == 0 ? 2 + random.nextInt(MOST_CANDIDATES - 1) : 1;
    List<GenerationRequest> requests = new ArrayList<>();
    for (int i = 0; i < candidates; i++) {
      requests.add(
          new GenerationRequest(
              tenant, prompt, maxTokens, sampling(random), stop, random.nextInt(3)));
    }
    return requests;
  }

  private static SamplingParameters sampling(Random random) {
    return random.nextInt(3) == 0
        ? SamplingParameters.GREEDY
        : new SamplingParameters(
            1, random.nextInt(20), 0.9f, 0.01f, 0.5f, 0.1f, random.nextInt(1_000));
  }

  /** Up to three strings of one to three letters, in half of the requests. */
  static List<String> stop(Random random) {
    List<String> stop = new ArrayList<>();
    for (int count = Math.max(0, random.nextInt(7) - 3); count > 0; count--) {
      StringBuilder letters = new StringBuilder();
      for (int length = 1 + random.nextInt(3); length > 0; length--) {
        letters.append((char) ('A' + random.nextInt(HistoryRunner.VOCABULARY - 1)));
      }
      stop.add(letters.toString());
    }
    return stop;
  }

  @Override
  public Optional<String> fault(GenerationRequest request, List<GeneratedToken> tokens) {
    int prompt = request.prompt().length;
    int[] history = Arrays.copyOf(request.prompt(), prompt + tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      int length = prompt + i;
      sampler.draw(
          FloatBuffer.wrap(HistoryRunner.logits(history, length)),
          0,
          request.sampling(),
          length,
          history,
          prompt,
          length,
          0);
      GeneratedToken token = tokens.get(i);
      if (token.id() != sampler.id() || token.logProbability() != sampler.logProbability()) {
        return Optional.of("token %d: %d (expected: %d)".formatted(i, token.id(), sampler.id()));
      }
      history[length] = sampler.id();
    }
    return Optional.empty();
  }
}
