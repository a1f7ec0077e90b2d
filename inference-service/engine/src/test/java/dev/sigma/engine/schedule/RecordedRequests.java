package dev.sigma.engine.schedule;

import dev.sigma.engine.kv.BlockExchange;
import dev.sigma.engine.kv.BlockGeometry;
import dev.sigma.engine.kv.TenantSalts;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.sampling.SamplingParameters;
import dev.sigma.engine.schedule.GenerationListener.GeneratedToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * A few requests for a real runner whose answers were recorded alone; what is drawn are shorter
 * ones of them, with stop strings and for several tenants. Immutable.
 */
final class RecordedRequests implements SoakRequests {

  private static final int PROMPTS = 8;
  private static final int CANDIDATES = 3;
  private static final int TENANTS = 3;
  private static final int LONGEST_PROMPT = 80;
  private static final int LONGEST_ANSWER = 40;

  /** Equal for the same array only. */
  private record Key(int[] prompt, SamplingParameters sampling) {}

  private final List<int[]> prompts = new ArrayList<>();
  private final List<SamplingParameters> samplings = new ArrayList<>();
  private final Map<Key, List<GeneratedToken>> answers = new HashMap<>();

  /**
   * @param runner answers them one by one, and is closed
   */
  RecordedRequests(ModelRunner runner, long seed) throws InterruptedException {
    Random random = new Random(seed);
    int vocabulary = runner.config().vocabulary();
    samplings.add(SamplingParameters.GREEDY);
    while (samplings.size() < CANDIDATES) {
      samplings.add(new SamplingParameters(0.8f, 30, 0.95f, 0, 0.2f, 0.1f, samplings.size()));
    }
    try (EngineLoop loop =
        new EngineLoop(
            runner,
            new LetterTokenizer(vocabulary),
            new BlockGeometry(new byte[32], runner.keyBlockBytes(), runner.valueBlockBytes(), 1),
            BlockExchange.NONE,
            new TenantSalts(new byte[32]),
            1,
            1)) {
      for (int i = 0; i < PROMPTS; i++) {
        prompts.add(random.ints(1 + random.nextInt(LONGEST_PROMPT), 0, vocabulary).toArray());
        for (SamplingParameters sampling : samplings) {
          Recorder recorder = new Recorder();
          loop.submit(
              new GenerationRequest(
                  "alone", prompts.getLast(), LONGEST_ANSWER, sampling, List.of(), 0),
              recorder);
          answers.put(new Key(prompts.getLast(), sampling), recorder.await().tokens());
        }
      }
    }
  }

  @Override
  public List<GenerationRequest> draw(Random random) {
    int[] prompt = prompts.get(random.nextInt(PROMPTS));
    String tenant = "tenant-" + random.nextInt(TENANTS);
    int maxTokens = 1 + random.nextInt(LONGEST_ANSWER);
    List<String> stop = HistoryRequests.stop(random);
    List<SamplingParameters> candidates =
        random.nextInt(8) == 0 ? samplings : List.of(samplings.get(random.nextInt(CANDIDATES)));
    return candidates.stream()
        .map(sampling -> new GenerationRequest(tenant, prompt, maxTokens, sampling, stop, 0))
        .toList();
  }

  @Override
  public Optional<String> fault(GenerationRequest request, List<GeneratedToken> tokens) {
    List<GeneratedToken> whole =
        Objects.requireNonNull(answers.get(new Key(request.prompt(), request.sampling())));
    for (int i = 0; i < tokens.size(); i++) {
      GeneratedToken actual = tokens.get(i);
      GeneratedToken alone = whole.get(i);
      if (actual.id() != alone.id() || actual.logProbability() != alone.logProbability()) {
        return Optional.of(
            "token %d: %d, %s (expected: %d, %s, as alone)"
                .formatted(
                    i, actual.id(), actual.logProbability(), alone.id(), alone.logProbability()));
      }
    }
    return Optional.empty();
  }
}
