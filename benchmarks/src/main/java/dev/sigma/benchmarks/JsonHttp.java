package dev.sigma.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts JSON with an API key. Follows no redirects: the key goes to the named server alone. */
final class JsonHttp implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(5);
  private static final int QUOTED_CHARACTERS = 300;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
  private final JsonMapper mapper = JsonMapper.shared();
  private final String key;

  /**
   * @param key sent as a bearer token, unless it is empty
   */
  JsonHttp(String key) {
    this.key = key;
  }

  JsonNode post(URI uri, JsonNode body) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request(uri, body), BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw refusal(response.statusCode(), response.body());
    }
    return parse(response.body());
  }

  CompletableFuture<HttpResponse<String>> postAsync(URI uri, JsonNode body) {
    return client.sendAsync(request(uri, body), BodyHandlers.ofString());
  }

  /** The lines of the answer as they arrive; the caller closes the stream. */
  Stream<String> postForLines(URI uri, JsonNode body) throws IOException, InterruptedException {
    HttpResponse<Stream<String>> response = client.send(request(uri, body), BodyHandlers.ofLines());
    if (response.statusCode() != 200) {
      try (Stream<String> lines = response.body()) {
        throw refusal(response.statusCode(), String.join("\n", lines.limit(20).toList()));
      }
    }
    return response.body();
  }

  String get(URI uri) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(uri).timeout(ANSWER_TIMEOUT).build(), BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw refusal(response.statusCode(), response.body());
    }
    return response.body();
  }

  JsonNode parse(String text) {
    try {
      return mapper.readTree(text);
    } catch (JacksonException notJson) {
      throw new AnswerException(200, "not JSON: " + shortened(text), notJson);
    }
  }

  private HttpRequest request(URI uri, JsonNode body) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(uri)
            .timeout(ANSWER_TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(mapper.writeValueAsString(body)));
    if (!key.isEmpty()) {
      builder.header("Authorization", "Bearer " + key);
    }
    return builder.build();
  }

  private AnswerException refusal(int status, String body) {
    String message = body;
    try {
      message = mapper.readTree(body).at("/error/message").asString(body);
    } catch (JacksonException notJson) {
      // a proxy in between answers in its own form: that text is all there is
    }
    return new AnswerException(status, shortened(message));
  }

  private static String shortened(String text) {
    return text.length() <= QUOTED_CHARACTERS ? text : text.substring(0, QUOTED_CHARACTERS) + "...";
  }

  @Override
  public void close() {
    client.close();
  }
}
