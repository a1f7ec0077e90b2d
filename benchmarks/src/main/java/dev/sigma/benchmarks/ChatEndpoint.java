package dev.sigma.benchmarks;

import dev.sigma.benchmarks.Question.Exchange;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Any server with the OpenAI shape of {@code /v1/chat/completions}: how peers are measured. */
final class ChatEndpoint implements CommandSource {
  static final String INSTRUCTION =
      "Translate the request into one bash command for Linux. "
          + "Answer with the command only: no explanation, no code block.";
  private static final int MOST_TOKENS = 256;

  /** With these the gateway draws its alternatives. */
  private static final double TEMPERATURE = 0.8;

  private static final double TOP_P = 0.95;
  private static final Pattern CODE_BLOCK =
      Pattern.compile("```[A-Za-z]*[ \\t]*\\n(.*?)\\n?```", Pattern.DOTALL);

  private final JsonHttp http;
  private final URI uri;
  private final String model;
  private final String system;

  /**
   * @param url the server ({@code http://host:port}), its API ({@code .../v1}) or the whole path
   */
  ChatEndpoint(String url, String model, String key, String system) {
    this.http = new JsonHttp(key);
    this.uri = completions(url);
    this.model = model;
    this.system = system;
  }

  static URI completions(String url) {
    String trimmed = url.replaceAll("/+$", "");
    if (trimmed.endsWith("/chat/completions")) {
      return URI.create(trimmed);
    }
    URI uri = URI.create(trimmed);
    boolean bare = uri.getPath() == null || uri.getPath().isEmpty();
    return URI.create(trimmed + (bare ? "/v1" : "") + "/chat/completions");
  }

  @Override
  public Answer answer(Question question) throws IOException, InterruptedException {
    String command = ask(body(question).put("temperature", 0)).getFirst();
    List<String> alternatives =
        question.alternatives() == 0
            ? List.of()
            : others(command, question.alternatives(), ask(sampled(body(question), question)));
    return new Answer(command, OptionalDouble.empty(), alternatives);
  }

  private ObjectNode body(Question question) {
    ObjectNode body =
        JsonNodeFactory.instance.objectNode().put("model", model).put("max_tokens", MOST_TOKENS);
    ArrayNode messages = body.putArray("messages");
    messages.add(message("system", system));
    for (Exchange exchange : question.earlier()) {
      messages.add(message("user", exchange.user()));
      messages.add(message("assistant", exchange.command()));
    }
    messages.add(message("user", question.userTurn()));
    return body;
  }

  /**
   * One more than the alternatives wanted, since the most probable command is likely among them.
   */
  private static ObjectNode sampled(ObjectNode body, Question question) {
    return body.put("temperature", TEMPERATURE)
        .put("top_p", TOP_P)
        .put("n", question.alternatives() + 1);
  }

  private static ObjectNode message(String role, String content) {
    return JsonNodeFactory.instance.objectNode().put("role", role).put("content", content);
  }

  private List<String> ask(ObjectNode body) throws IOException, InterruptedException {
    List<String> commands = new ArrayList<>();
    for (JsonNode choice : http.post(uri, body).path("choices")) {
      JsonNode content = choice.at("/message/content");
      if (!content.isString()) {
        throw new AnswerException(200, "no message.content in a choice (expected: a text)");
      }
      commands.add(commandIn(content.asString()));
    }
    if (commands.isEmpty()) {
      throw new AnswerException(200, "no choices (expected: at least one)");
    }
    return commands;
  }

  /** Samples that differ from the first command and from one another, in the server's order. */
  private static List<String> others(String first, int most, List<String> samples) {
    return samples.stream()
        .distinct()
        .filter(sample -> !sample.isEmpty() && !sample.equals(first))
        .limit(most)
        .toList();
  }

  /** Peers like to wrap a command in a code block or backticks; that is not held against them. */
  static String commandIn(String text) {
    Matcher block = CODE_BLOCK.matcher(text);
    String command = (block.find() ? block.group(1) : text).strip();
    boolean quoted =
        command.length() > 2
            && command.startsWith("`")
            && command.indexOf('`', 1) == command.length() - 1;
    return quoted ? command.substring(1, command.length() - 1).strip() : command;
  }

  @Override
  public void close() {
    http.close();
  }
}
