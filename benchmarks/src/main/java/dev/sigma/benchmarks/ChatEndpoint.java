package dev.sigma.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Any server with the OpenAI shape of {@code /v1/chat/completions}: how peers are measured. */
final class ChatEndpoint implements CommandSource, AutoCloseable {
  static final String INSTRUCTION =
      "Translate the request into one bash command for Linux. "
          + "Answer with the command only: no explanation, no code block.";
  private static final int MOST_TOKENS = 256;
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
  public String command(String request) throws IOException, InterruptedException {
    JsonNodeFactory json = JsonNodeFactory.instance;
    ObjectNode body =
        json.objectNode().put("model", model).put("temperature", 0).put("max_tokens", MOST_TOKENS);
    body.putArray("messages")
        .add(json.objectNode().put("role", "system").put("content", system))
        .add(json.objectNode().put("role", "user").put("content", request));
    JsonNode answer = http.post(uri, body);
    JsonNode content = answer.at("/choices/0/message/content");
    if (!content.isString()) {
      throw new AnswerException(200, "no choices[0].message.content (expected: a text)");
    }
    return commandIn(content.asString());
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
