package dev.sigma.engine.text;

import dev.sigma.engine.model.JsonFile;
import dev.sigma.engine.model.ModelFormatException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A chat template as data: what stands before and after a message's content by role, and at the end
 * what asks for an answer. Parts are control tokens and text. Text is encoded together with the
 * content that it touches, but never across two messages, so that more turns change nothing before
 * them. It stands in {@code tokenizer_config.json} under {@code sigma_chat_template}.
 */
public final class PrefixChatTemplate implements ChatTemplate {

  private static final String KEY = "sigma_chat_template";
  private static final long MAX_BYTES = 16L << 20;
  private static final int MAX_PARTS = 64;
  private static final List<String> ROLES = List.of("assistant", "system", "user");

  private final Tokenizer tokenizer;
  private final List<Part> start;
  private final Map<String, Turn> turns;
  private final List<Part> generation;
  private final boolean systemInUser;

  private sealed interface Part {}

  private record Control(int id) implements Part {}

  private record Text(String text) implements Part {}

  private record Turn(List<Part> prefix, List<Part> suffix) {}

  private PrefixChatTemplate(
      Tokenizer tokenizer,
      List<Part> start,
      Map<String, Turn> turns,
      List<Part> generation,
      boolean systemInUser) {
    this.tokenizer = tokenizer;
    this.start = start;
    this.turns = turns;
    this.generation = generation;
    this.systemInUser = systemInUser;
  }

  /**
   * Reads a template.
   *
   * @param tokenizerConfig the {@code tokenizer_config.json}
   * @param tokenizer knows its control tokens
   * @throws ModelFormatException when there is none, or it names what is no control token
   */
  public static PrefixChatTemplate read(Path tokenizerConfig, Tokenizer tokenizer) {
    JsonNode data = JsonFile.readObject(tokenizerConfig, MAX_BYTES).path(KEY);
    try {
      return of(data, tokenizer);
    } catch (ModelFormatException e) {
      throw new ModelFormatException(tokenizerConfig + ": " + e.getMessage(), e);
    }
  }

  private static PrefixChatTemplate of(JsonNode data, Tokenizer tokenizer) {
    if (!data.isObject()) {
      throw new ModelFormatException(
          KEY
              + ": missing (expected: {\"prefix\":{\"system\":...,\"user\":...,\"assistant\":...},"
              + "\"suffix\":...,\"generation\":...}; a Jinja chat_template is not read)");
    }
    boolean systemInUser = data.path("system_in_user").asBoolean(false);
    JsonNode suffix = data.path("suffix");
    Map<String, Turn> turns = new TreeMap<>();
    for (String role : ROLES) {
      Turn turn =
          new Turn(
              parts(data.path("prefix").path(role), "prefix." + role, tokenizer),
              suffix.isObject()
                  ? parts(suffix.path(role), "suffix." + role, tokenizer)
                  : parts(suffix, "suffix", tokenizer));
      if (systemInUser && role.equals("system")) {
        requireText(turn);
      }
      turns.put(role, turn);
    }
    JsonNode start = data.path("start");
    return new PrefixChatTemplate(
        tokenizer,
        start.isMissingNode() ? List.of() : parts(start, "start", tokenizer),
        turns,
        parts(data.path("generation"), "generation", tokenizer),
        systemInUser);
  }

  private static void requireText(Turn system) {
    if (texts(system.prefix()).size() < system.prefix().size()
        || texts(system.suffix()).size() < system.suffix().size()) {
      throw new ModelFormatException(
          KEY
              + ".system_in_user: true (expected: a prefix and suffix of system without control"
              + " tokens, or false)");
    }
  }

  /** A name, or a list of names and texts. */
  private static List<Part> parts(JsonNode value, String key, Tokenizer tokenizer) {
    if (!value.isArray()) {
      return List.of(control(value, key, tokenizer));
    }
    if (value.size() > MAX_PARTS) {
      throw new ModelFormatException(
          "%s.%s: %d parts (expected: at most %d)".formatted(KEY, key, value.size(), MAX_PARTS));
    }
    List<Part> parts = new ArrayList<>();
    for (JsonNode part : value.values()) {
      JsonNode text = part.path("text");
      parts.add(text.isString() ? new Text(text.stringValue()) : control(part, key, tokenizer));
    }
    return List.copyOf(parts);
  }

  private static Control control(JsonNode name, String key, Tokenizer tokenizer) {
    return new Control(
        tokenizer
            .controlToken(name.asString(""))
            .orElseThrow(
                () ->
                    new ModelFormatException(
                        "%s.%s: %s (expected: the name of a control token, or a list of them and of"
                                .formatted(
                                    KEY,
                                    key,
                                    name.isMissingNode() ? "missing" : Keys.clip(name.toString()))
                            + " {\"text\":...})")));
  }

  private static List<String> texts(List<Part> parts) {
    List<String> texts = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Text text) {
        texts.add(text.text());
      }
    }
    return texts;
  }

  @Override
  public int[] prompt(List<Message> messages, int maxTokens) {
    Run run = new Run(maxTokens);
    run.add(start);
    run.end();
    StringBuilder system = new StringBuilder();
    for (Message message : messages) {
      Turn turn = turns.get(message.role());
      if (turn == null) {
        throw new IllegalArgumentException(
            "role: %s (expected: one of %s)".formatted(message.role(), turns.keySet()));
      }
      if (systemInUser && message.role().equals("system")) {
        texts(turn.prefix()).forEach(system::append);
        system.append(message.content());
        texts(turn.suffix()).forEach(system::append);
        continue;
      }
      run.add(turn.prefix());
      if (message.role().equals("user")) {
        run.text.append(system);
        system.setLength(0);
      }
      run.text.append(message.content());
      run.add(turn.suffix());
      run.end();
    }
    if (!system.isEmpty()) {
      throw new IllegalArgumentException(
          "messages: system in the end (expected: a message of user after it)");
    }
    run.add(generation);
    run.end();
    return run.ids.toArray();
  }

  /** Tokens so far, and text that is not encoded yet. */
  private final class Run {
    private final int maxTokens;
    private final TokenBuffer ids;
    private final StringBuilder text = new StringBuilder();

    Run(int maxTokens) {
      this.maxTokens = maxTokens;
      ids = new TokenBuffer("messages", maxTokens);
    }

    void add(List<Part> parts) {
      for (Part part : parts) {
        switch (part) {
          case Text(String more) -> text.append(more);
          case Control(int id) -> {
            end();
            ids.add(id);
          }
        }
      }
    }

    void end() {
      for (int id : content(text.toString(), ids.room(), maxTokens)) {
        ids.add(id);
      }
      text.setLength(0);
    }
  }

  private int[] content(String text, int room, int maxTokens) {
    try {
      return tokenizer.encode(text, room);
    } catch (TokenLimitException e) {
      TokenLimitException whole = new TokenLimitException("messages", maxTokens);
      whole.initCause(e);
      throw whole;
    }
  }
}
