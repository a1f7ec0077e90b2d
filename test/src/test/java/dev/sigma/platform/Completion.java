package dev.sigma.platform;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer to a prompt of token ids. */
record Completion(
    int[] tokens,
    JsonNode logProbabilities,
    int cached,
    int local,
    int remote,
    String fingerprint) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  /** Asks a worker directly, greedily, for up to {@code maxTokens} tokens. */
  static Completion of(
      Platform platform, Service worker, String tenant, int[] prompt, int maxTokens)
      throws IOException, InterruptedException {
    String body =
        """
        {"model":"sigma-commands","prompt":%s,"max_tokens":%d,"temperature":0,"logprobs":3,\
        "return_token_ids":true}"""
            .formatted(Arrays.toString(prompt), maxTokens);
    HttpResponse<String> response =
        HTTP.send(
            HttpRequest.newBuilder(worker.url("/v1/completions"))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", platform.token(tenant, "sigma-worker", "generate"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + ": " + response.body());
    }
    JsonNode answer = JSON.readTree(response.body());
    JsonNode choice = answer.path("choices").get(0);
    JsonNode details = answer.path("usage").path("prompt_tokens_details");
    return new Completion(
        choice.path("token_ids").valueStream().mapToInt(JsonNode::asInt).toArray(),
        choice.path("logprobs"),
        details.path("cached_tokens").asInt(),
        details.path("local").asInt(),
        details.path("remote").asInt(),
        answer.path("system_fingerprint").asString());
  }

  /** Log-probability of the first token drawn. */
  double first() {
    return logProbabilities.path("token_logprobs").get(0).asDouble();
  }

  /** Ids and log-probabilities, every digit of them. */
  String bits() {
    return Arrays.toString(tokens)
        + logProbabilities.path("token_logprobs")
        + logProbabilities.path("top_logprobs");
  }
}
