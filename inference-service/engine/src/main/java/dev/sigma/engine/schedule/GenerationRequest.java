package dev.sigma.engine.schedule;

import dev.sigma.engine.sampling.SamplingParameters;
import java.util.List;

/**
 * What a caller wants generated: one sequence. Several candidates are several requests; they share
 * the prompt's blocks through the prefix index.
 *
 * @param tenant whose blocks it may share; never mixed with another's
 * @param prompt token ids, at least one
 * @param maxTokens answer tokens at most, at least 1; prompt and answer fit the model's context
 * @param sampling how tokens are drawn
 * @param stop strings that end the answer and are not part of it
 * @param topLogProbabilities alternatives reported with each token, 0 to 20
 * @param continuesText whether the answer goes on with the prompt's text; else it is a text of its
 *     own, whose first blank some tokenizers put there
 */
public record GenerationRequest(
    String tenant,
    int[] prompt,
    int maxTokens,
    SamplingParameters sampling,
    List<String> stop,
    int topLogProbabilities,
    boolean continuesText) {

  public GenerationRequest {
    stop = List.copyOf(stop);
  }

  /** Of an answer that is a text of its own. */
  public GenerationRequest(
      String tenant,
      int[] prompt,
      int maxTokens,
      SamplingParameters sampling,
      List<String> stop,
      int topLogProbabilities) {
    this(tenant, prompt, maxTokens, sampling, stop, topLogProbabilities, false);
  }
}
