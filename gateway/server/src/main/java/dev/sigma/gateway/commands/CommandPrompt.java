package dev.sigma.gateway.commands;

import dev.sigma.gateway.sessions.Session;
import dev.sigma.gateway.sessions.Turn;
import dev.sigma.gateway.workers.RoutingKey;
import dev.sigma.gateway.workers.RoutingKey.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The conversation as the model is trained to read it (docs/contracts.md, "The prompt of a
 * command").
 */
record CommandPrompt(List<Message> messages) {

  private static final int LONGEST_COMMAND = 256;

  static CommandPrompt of(CommandRequest request, String userTurn, Session session) {
    List<Message> messages = new ArrayList<>();
    messages.add(new Message("system", request.systemTurn()));
    for (Turn turn : session.turns()) {
      messages.add(new Message("user", turn.user()));
      messages.add(new Message("assistant", turn.command()));
    }
    messages.add(new Message("user", userTurn));
    return new CommandPrompt(List.copyOf(messages));
  }

  RoutingKey routingKey() {
    return RoutingKey.of(messages);
  }

  /** The worker's request for the most probable command, streamed. */
  Map<String, Object> greedy(String model) {
    Map<String, Object> body = base(model);
    body.put("temperature", 0);
    body.put("logprobs", true);
    body.put("stream", true);
    body.put("stream_options", Map.of("include_usage", true));
    return body;
  }

  /** The worker's request for the {@code count} most probable commands. */
  Map<String, Object> likeliest(String model, int count) {
    Map<String, Object> body = base(model);
    body.put("n_best", true);
    body.put("n", count);
    body.put("logprobs", true);
    return body;
  }

  private Map<String, Object> base(String model) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("model", model);
    body.put("messages", messages);
    body.put("max_tokens", LONGEST_COMMAND);
    return body;
  }
}
