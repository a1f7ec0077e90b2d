package dev.sigma.gateway.commands;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the model wrote, put together from the chunks of a worker's stream. Not thread-safe.
 *
 * <p>Its confidence is the product of the probabilities that the model gave to its tokens: the
 * model's own, uncalibrated probability of exactly this command.
 */
final class ModelAnswer {

  private final StringBuilder text = new StringBuilder();
  private double logProbability;
  private String finishReason = "";
  private String model = "";
  private String fingerprint = "";
  private @Nullable ObjectNode usage;

  /** Takes in a chunk of {@code chat.completion.chunk}; returns the text that it adds. */
  String add(JsonNode chunk) {
    model = chunk.path("model").asString(model);
    fingerprint = chunk.path("system_fingerprint").asString(fingerprint);
    if (chunk.path("usage") instanceof ObjectNode told) {
      usage = told;
    }
    JsonNode choice = chunk.path("choices").path(0);
    finishReason = choice.path("finish_reason").asString(finishReason);
    logProbability += logProbability(choice);
    String added = choice.path("delta").path("content").asString("");
    text.append(added);
    return added;
  }

  /** Counts tokens that were generated beside what was streamed. */
  void addTokens(long generated) {
    if (usage != null) {
      usage.put("completion_tokens", usage.path("completion_tokens").asLong(0) + generated);
    }
  }

  /** Of all tokens that a choice, or a chunk of one, tells. */
  static double logProbability(JsonNode choice) {
    double sum = 0;
    for (JsonNode token : choice.path("logprobs").path("content")) {
      sum += token.path("logprob").asDouble(0);
    }
    return sum;
  }

  String command() {
    return text.toString().strip();
  }

  double confidence() {
    return Math.exp(logProbability);
  }

  /** Whether the model came to an end by itself. */
  boolean complete() {
    return finishReason.equals("stop");
  }

  String model() {
    return model;
  }

  String fingerprint() {
    return fingerprint;
  }

  @Nullable JsonNode usage() {
    return usage;
  }
}
