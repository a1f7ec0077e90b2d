package dev.sigma.engine.text;

import dev.sigma.engine.model.JsonFile;
import dev.sigma.engine.model.ModelFormatException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A chat template as data: a control token by role, the content, a control token after it; at the
 * end the one that asks for an answer. It stands in {@code tokenizer_config.json} under {@code
 * sigma_chat_template}.
 */
public final class PrefixChatTemplate implements ChatTemplate {

  private static final String KEY = "sigma_chat_template";
  private static final long MAX_BYTES = 16L << 20;

  private final Tokenizer tokenizer;
  private final Map<String, Integer> prefixes;
  private final int suffix;
  private final int generation;

  private PrefixChatTemplate(
      Tokenizer tokenizer, Map<String, Integer> prefixes, int suffix, int generation) {
    this.tokenizer = tokenizer;
    this.prefixes = prefixes;
    this.suffix = suffix;
    this.generation = generation;
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
    Map<String, Integer> prefixes = new TreeMap<>();
    for (String role : List.of("system", "user", "assistant")) {
      prefixes.put(role, control(data.path("prefix").path(role), "prefix." + role, tokenizer));
    }
    return new PrefixChatTemplate(
        tokenizer,
        prefixes,
        control(data.path("suffix"), "suffix", tokenizer),
        control(data.path("generation"), "generation", tokenizer));
  }

  private static int control(JsonNode name, String key, Tokenizer tokenizer) {
    return tokenizer
        .controlToken(name.asString(""))
        .orElseThrow(
            () ->
                new ModelFormatException(
                    "%s.%s: %s (expected: the name of a control token)"
                        .formatted(KEY, key, name.isMissingNode() ? "missing" : name)));
  }

  @Override
  public int[] prompt(List<Message> messages, int maxTokens) {
    TokenBuffer ids = new TokenBuffer("messages", maxTokens);
    for (Message message : messages) {
      Integer prefix = prefixes.get(message.role());
      if (prefix == null) {
        throw new IllegalArgumentException(
            "role: %s (expected: one of %s)".formatted(message.role(), prefixes.keySet()));
      }
      ids.add(prefix);
      for (int id : content(message.content(), ids.room(), maxTokens)) {
        ids.add(id);
      }
      ids.add(suffix);
    }
    ids.add(generation);
    return ids.toArray();
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
