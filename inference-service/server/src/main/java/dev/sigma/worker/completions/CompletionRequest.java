package dev.sigma.worker.completions;

import dev.sigma.engine.sampling.SamplingParameters;
import java.util.List;

/**
 * A checked request of either endpoint.
 *
 * @param shape which answer the caller expects
 * @param prompt token ids
 * @param maxTokens per candidate
 * @param candidates answers wanted, {@code n}
 * @param mostProbable whether they are the most probable ones rather than drawn, {@code n_best}
 * @param sampling of the first candidate; candidate {@code i} adds {@code i} to the seed
 * @param stop strings that end an answer
 * @param logProbabilities whether they are reported
 * @param topLogProbabilities alternatives reported with each token
 * @param tokenIds whether ids are reported
 * @param stream whether the answer is an event stream
 * @param usageInStream whether the stream ends with a usage chunk
 */
record CompletionRequest(
    Shape shape,
    int[] prompt,
    int maxTokens,
    int candidates,
    boolean mostProbable,
    SamplingParameters sampling,
    List<String> stop,
    boolean logProbabilities,
    int topLogProbabilities,
    boolean tokenIds,
    boolean stream,
    boolean usageInStream) {

  /** The two forms of the OpenAI API. */
  enum Shape {
    CHAT,
    TEXT
  }
}
