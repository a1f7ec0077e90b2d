package dev.sigma.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The gateway's {@code POST /v1/commands}. */
final class Gateway implements CommandSource {
  private static final double NANOS_PER_SECOND = 1e9;

  private final JsonHttp http;
  private final URI commands;

  private Gateway(String url, String key) {
    this.http = new JsonHttp(key);
    this.commands = URI.create(url.replaceAll("/+$", "") + "/v1/commands");
  }

  /**
   * @throws UsageException where the environment names no gateway
   */
  static Gateway of(Map<String, String> environment) {
    String url = environment.getOrDefault("SIGMA_GATEWAY_URL", "");
    String key = environment.getOrDefault("SIGMA_API_KEY", "");
    if (url.isEmpty() || key.isEmpty()) {
      throw new UsageException(
          "SIGMA_GATEWAY_URL and SIGMA_API_KEY are not set; ./sigma sets them");
    }
    return new Gateway(url, key);
  }

  /** Seconds until the first piece of the command, and until the whole answer. */
  record Timing(double firstToken, double whole) {}

  @Override
  public Answer answer(Question question) throws IOException, InterruptedException {
    ObjectNode body = body(question.request());
    if (!question.context().isEmpty()) {
      body.put("context", question.context());
    }
    if (!question.session().isEmpty()) {
      body.put("session", question.session());
    }
    if (question.alternatives() > 0) {
      body.put("alternatives", question.alternatives());
    }
    JsonNode answer = http.post(commands, body);
    JsonNode confidence = answer.path("confidence");
    List<String> alternatives = new ArrayList<>();
    answer.path("alternatives").forEach(a -> alternatives.add(a.path("command").asString("")));
    return new Answer(
        answer.path("command").asString(""),
        confidence.isNumber() ? OptionalDouble.of(confidence.asDouble()) : OptionalDouble.empty(),
        List.copyOf(alternatives));
  }

  JsonNode ask(String request) throws IOException, InterruptedException {
    return http.post(commands, body(request));
  }

  CompletableFuture<HttpResponse<String>> askAsync(String request) {
    return http.postAsync(commands, body(request));
  }

  /**
   * Asks for a stream and times it.
   *
   * @throws AnswerException where it ends without a command
   */
  Timing stream(String request, String os) throws IOException, InterruptedException {
    ObjectNode body = body(request);
    body.put("os", os);
    body.put("stream", true);
    long start = System.nanoTime();
    double firstToken = -1;
    try (Stream<String> lines = http.postForLines(commands, body)) {
      for (Iterator<String> line = lines.iterator(); line.hasNext(); ) {
        String text = line.next();
        if (firstToken < 0 && isEvent(text, "delta")) {
          firstToken = secondsSince(start);
        } else if (isEvent(text, "error")) {
          throw new AnswerException(200, "the stream failed: " + nextLine(line));
        } else if (isEvent(text, "command")) {
          double whole = secondsSince(start);
          return new Timing(firstToken < 0 ? whole : firstToken, whole);
        }
      }
    }
    throw new AnswerException(200, "the stream ended without a command");
  }

  private static boolean isEvent(String line, String name) {
    return line.startsWith("event:") && line.substring("event:".length()).strip().equals(name);
  }

  private static String nextLine(Iterator<String> lines) {
    return lines.hasNext() ? lines.next() : "(nothing follows)";
  }

  static double secondsSince(long startNanos) {
    return (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
  }

  private static ObjectNode body(String request) {
    return JsonNodeFactory.instance.objectNode().put("request", request);
  }

  @Override
  public void close() {
    http.close();
  }
}
