package dev.sigma.worker.completions;

import dev.sigma.edge.ApiException;
import dev.sigma.edge.JsonBody;
import dev.sigma.engine.Engine;
import dev.sigma.engine.sampling.SamplingParameters;
import dev.sigma.engine.text.ChatTemplate.Message;
import dev.sigma.worker.completions.CompletionRequest.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/** Checks a request body against the API and the model, and turns it into token ids. */
final class RequestReader {

  private static final int MOST_MESSAGES = 256;
  private static final int MOST_DRAWN = 16;
  private static final int MOST_BEST = 32;
  private static final int DEFAULT_MAX_TOKENS = 512;
  private static final int MOST_STOPS = 4;
  private static final int LONGEST_STOP = 100;
  private static final List<String> NOT_BESIDE_MOST_PROBABLE =
      List.of(
          "temperature",
          "top_k",
          "top_p",
          "min_p",
          "presence_penalty",
          "frequency_penalty",
          "seed",
          "stop");
  private static final Set<String> ROLES = Set.of("system", "user", "assistant");

  private final Engine engine;

  RequestReader(Engine engine) {
    this.engine = engine;
  }

  CompletionRequest chat(JsonBody body) {
    checkModel(body);
    List<Message> messages = new ArrayList<>();
    for (JsonBody m : body.objects("messages", MOST_MESSAGES)) {
      String role = m.text("role").orElse("");
      if (!ROLES.contains(role)) {
        throw ApiException.invalid(
            "messages",
            "role: \"%s\" (expected: system, user or assistant)".formatted(shortened(role)));
      }
      String content =
          m.text("content")
              .orElseThrow(
                  () -> ApiException.invalid("messages", "content: absent (expected: a string)"));
      messages.add(new Message(role, content));
    }
    int[] prompt = encode("messages", room -> engine.chatTemplate().prompt(messages, room));
    boolean logProbabilities = body.flag("logprobs");
    int top = body.integer("top_logprobs", 0, 20).orElse(0L).intValue();
    if (top > 0 && !logProbabilities) {
      throw ApiException.invalid(
          "top_logprobs", "top_logprobs without logprobs (expected: logprobs true)");
    }
    return request(Shape.CHAT, body, prompt, logProbabilities, top);
  }

  CompletionRequest text(JsonBody body) {
    checkModel(body);
    JsonNode prompt =
        body.field("prompt")
            .orElseThrow(
                () ->
                    ApiException.invalid(
                        "prompt", "prompt: absent (expected: a string or an array of token ids)"));
    int[] tokens =
        prompt.isString()
            ? encode("prompt", room -> engine.tokenizer().encode(prompt.stringValue(), room))
            : ids(prompt);
    Optional<Long> logProbabilities = body.integer("logprobs", 0, 20);
    return request(
        Shape.TEXT,
        body,
        tokens,
        logProbabilities.isPresent(),
        logProbabilities.orElse(0L).intValue());
  }

  private CompletionRequest request(
      Shape shape, JsonBody body, int[] prompt, boolean logProbabilities, int top) {
    boolean stream = body.flag("stream");
    boolean mostProbable = body.flag("n_best");
    if (mostProbable) {
      refuseBesideMostProbable(body);
    }
    return new CompletionRequest(
        shape,
        prompt,
        maxTokens(body, prompt.length),
        body.integer("n", 1, mostProbable ? MOST_BEST : MOST_DRAWN).orElse(1L).intValue(),
        mostProbable,
        mostProbable ? SamplingParameters.GREEDY : sampling(body),
        stop(body),
        logProbabilities,
        top,
        body.flag("return_token_ids"),
        stream,
        stream && usageInStream(body));
  }

  /** Nothing is drawn then, and an answer is whole before it is known to be among the best. */
  private static void refuseBesideMostProbable(JsonBody body) {
    if (body.flag("stream")) {
      throw ApiException.invalid("stream", "stream: true (expected: false, with n_best)");
    }
    for (String field : NOT_BESIDE_MOST_PROBABLE) {
      if (body.field(field).isPresent()) {
        throw ApiException.invalid(
            field, "%s beside n_best (expected: one of them)".formatted(field));
      }
    }
  }

  private void checkModel(JsonBody body) {
    String model =
        body.text("model")
            .orElseThrow(
                () ->
                    ApiException.invalid(
                        "model", "model: absent (expected: \"%s\")".formatted(engine.modelName())));
    if (!model.equals(engine.modelName())) {
      throw ApiException.unknownModel(
          "model: \"%s\" (expected: \"%s\")".formatted(shortened(model), engine.modelName()));
    }
  }

  private interface Encoding {
    int[] within(int maxTokens);
  }

  /** Prompt tokens, leaving room for at least one token of answer. */
  private int[] encode(String param, Encoding encoding) {
    int room = engine.config().maxPositions() - 1;
    int[] tokens;
    try {
      tokens = encoding.within(room);
    } catch (IllegalArgumentException e) {
      throw ApiException.contextExceeded(param, String.valueOf(e.getMessage()));
    }
    if (tokens.length == 0) {
      throw ApiException.invalid(param, param + ": empty (expected: at least one token)");
    }
    return tokens;
  }

  private int[] ids(JsonNode prompt) {
    int room = engine.config().maxPositions() - 1;
    int vocabulary = engine.tokenizer().vocabularySize();
    if (!prompt.isArray() || prompt.isEmpty()) {
      throw JsonBody.wrongType("prompt", prompt, "a string or an array of at least one token id");
    }
    if (prompt.size() > room) {
      throw ApiException.contextExceeded(
          "prompt", "prompt of %d tokens (expected: at most %d)".formatted(prompt.size(), room));
    }
    int[] ids = new int[prompt.size()];
    for (int i = 0; i < ids.length; i++) {
      JsonNode id = prompt.get(i);
      if (!id.isInt() || id.intValue() < 0 || id.intValue() >= vocabulary) {
        throw ApiException.invalid(
            "prompt",
            "prompt[%d] (expected: a token id from 0 to %d)".formatted(i, vocabulary - 1));
      }
      ids[i] = id.intValue();
    }
    return ids;
  }

  private int maxTokens(JsonBody body, int promptTokens) {
    int room = engine.config().maxPositions() - promptTokens;
    String name =
        body.field("max_completion_tokens").isPresent() ? "max_completion_tokens" : "max_tokens";
    Optional<Long> wanted = body.integer(name, 1, Integer.MAX_VALUE);
    if (wanted.isPresent() && wanted.get() > room) {
      throw ApiException.contextExceeded(
          name,
          "%d prompt tokens and %d answer tokens (expected: together at most %d)"
              .formatted(promptTokens, wanted.get(), engine.config().maxPositions()));
    }
    return wanted.orElse((long) Math.min(room, DEFAULT_MAX_TOKENS)).intValue();
  }

  private static SamplingParameters sampling(JsonBody body) {
    float topP = body.number("top_p", 0, 1).orElse(1f);
    if (topP <= 0) {
      throw ApiException.invalid(
          "top_p", "top_p: %s (expected: more than 0, at most 1)".formatted(topP));
    }
    return new SamplingParameters(
        body.number("temperature", 0, 2).orElse(1f),
        body.integer("top_k", 0, 1_000_000).orElse(0L).intValue(),
        topP,
        body.number("min_p", 0, 1).orElse(0f),
        body.number("presence_penalty", -2, 2).orElse(0f),
        body.number("frequency_penalty", -2, 2).orElse(0f),
        body.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE)
            .orElseGet(() -> ThreadLocalRandom.current().nextLong()));
  }

  private static List<String> stop(JsonBody body) {
    return body.field("stop")
        .map(
            node -> {
              List<String> stops = new ArrayList<>();
              if (node.isString()) {
                stops.add(node.stringValue());
              } else if (node.isArray() && node.size() <= MOST_STOPS) {
                for (JsonNode n : node) {
                  stops.add(n.isString() ? n.stringValue() : "");
                }
              } else {
                throw JsonBody.wrongType("stop", node, "a string or an array of at most 4 strings");
              }
              for (String s : stops) {
                if (s.isEmpty() || s.length() > LONGEST_STOP) {
                  throw ApiException.invalid(
                      "stop",
                      "stop: element of %d characters (expected: strings of 1 to %d)"
                          .formatted(s.length(), LONGEST_STOP));
                }
              }
              return stops;
            })
        .orElse(List.of());
  }

  private static boolean usageInStream(JsonBody body) {
    return body.field("stream_options")
        .map(
            options -> {
              JsonNode include = options.get("include_usage");
              if (!options.isObject() || (include != null && !include.isBoolean())) {
                throw JsonBody.wrongType(
                    "stream_options", options, "{\"include_usage\": true or false}");
              }
              return include != null && include.booleanValue();
            })
        .orElse(false);
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }
}
