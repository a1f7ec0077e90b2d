package dev.sigma.worker.completions;

import dev.sigma.engine.Engine;
import dev.sigma.engine.kv.BlockExchange;
import dev.sigma.engine.schedule.GenerationListener.FinishReason;
import dev.sigma.engine.schedule.GenerationListener.GeneratedToken;
import dev.sigma.engine.schedule.GenerationListener.GenerationUsage;
import dev.sigma.engine.schedule.GenerationListener.TokenProbability;
import dev.sigma.worker.completions.CompletionRequest.Shape;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds the OpenAI JSON of one answer: whole, or chunk by chunk. */
final class AnswerShape {

  private final Engine engine;
  private final CompletionRequest request;
  private final String id;
  private final long created;
  private final String fingerprint;

  AnswerShape(Engine engine, CompletionRequest request, Clock clock) {
    this.engine = engine;
    this.request = request;
    id = (chat() ? "chatcmpl-" : "cmpl-") + UUID.randomUUID().toString().replace("-", "");
    created = clock.instant().getEpochSecond();
    var runner = engine.runner();
    boolean lossless = engine.codec().equals(BlockExchange.LOSSLESS);
    fingerprint =
        "%s-%s-%s%s-%.12s"
            .formatted(
                runner.numerics().name().toLowerCase(Locale.ROOT),
                runner.backend(),
                runner.kernelFamily(),
                lossless ? "" : "-" + engine.codec(),
                engine.epoch());
  }

  private boolean chat() {
    return request.shape() == Shape.CHAT;
  }

  private Map<String, Object> envelope(String object, List<?> choices) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", id);
    answer.put("object", object);
    answer.put("created", created);
    answer.put("model", engine.modelName());
    answer.put("system_fingerprint", fingerprint);
    answer.put("choices", choices);
    return answer;
  }

  /** The whole answer. */
  Map<String, Object> whole(List<CandidateAnswer> candidates) {
    List<Map<String, Object>> choices = new ArrayList<>();
    for (CandidateAnswer c : candidates) {
      Map<String, Object> choice = new LinkedHashMap<>();
      choice.put("index", c.index());
      if (chat()) {
        choice.put("message", Map.of("role", "assistant", "content", c.text()));
      } else {
        choice.put("text", c.text());
      }
      choice.put("logprobs", request.logProbabilities() ? logProbabilities(c.tokens(), 0) : null);
      choice.put("finish_reason", reason(c.reason()));
      if (request.tokenIds()) {
        choice.put("token_ids", c.tokens().stream().map(GeneratedToken::id).toList());
      }
      choices.add(choice);
    }
    Map<String, Object> answer = envelope(chat() ? "chat.completion" : "text_completion", choices);
    if (request.tokenIds()) {
      answer.put("prompt_token_ids", request.prompt());
    }
    answer.put("usage", usage(candidates.stream().map(CandidateAnswer::usage).toList()));
    return answer;
  }

  /** The first chunk of a candidate in a chat stream: it names the role. */
  Map<String, Object> roleChunk(int candidate) {
    Map<String, Object> chunk =
        chunk(candidate, Map.of("role", "assistant", "content", ""), "", null, List.of(), null);
    if (request.tokenIds() && candidate == 0) {
      chunk.put("prompt_token_ids", request.prompt());
    }
    return chunk;
  }

  /** A chunk with one token; {@code textOffset} is where its text begins in the answer. */
  Map<String, Object> tokenChunk(int candidate, GeneratedToken token, int textOffset) {
    return chunk(
        candidate,
        Map.of("content", token.text()),
        token.text(),
        null,
        List.of(token),
        request.logProbabilities() ? logProbabilities(List.of(token), textOffset) : null);
  }

  /** The chunk that ends a candidate. */
  Map<String, Object> lastChunk(int candidate, FinishReason reason) {
    return chunk(candidate, Map.of(), "", reason(reason), List.of(), null);
  }

  /** The chunk after the last, with usage and no choices. */
  Map<String, Object> usageChunk(List<GenerationUsage> usages) {
    Map<String, Object> chunk = envelope(chunkObject(), List.of());
    chunk.put("usage", usage(usages));
    return chunk;
  }

  private String chunkObject() {
    return chat() ? "chat.completion.chunk" : "text_completion";
  }

  private Map<String, Object> chunk(
      int candidate,
      Map<String, ?> delta,
      String text,
      @Nullable String reason,
      List<GeneratedToken> tokens,
      @Nullable Object logProbabilities) {
    Map<String, Object> choice = new LinkedHashMap<>();
    choice.put("index", candidate);
    if (chat()) {
      choice.put("delta", delta);
    } else {
      choice.put("text", text);
    }
    choice.put("logprobs", logProbabilities);
    choice.put("finish_reason", reason);
    if (request.tokenIds()) {
      choice.put("token_ids", tokens.stream().map(GeneratedToken::id).toList());
    }
    return envelope(chunkObject(), List.of(choice));
  }

  private Object logProbabilities(List<GeneratedToken> tokens, int textOffset) {
    return chat() ? chatLogProbabilities(tokens) : textLogProbabilities(tokens, textOffset);
  }

  private Map<String, Object> chatLogProbabilities(List<GeneratedToken> tokens) {
    List<Map<String, Object>> content = new ArrayList<>();
    for (GeneratedToken t : tokens) {
      Map<String, Object> entry = chatToken(t.id(), t.logProbability());
      entry.put(
          "top_logprobs",
          t.top().stream().map(p -> chatToken(p.id(), p.logProbability())).toList());
      content.add(entry);
    }
    return Map.of("content", content);
  }

  private Map<String, Object> chatToken(int id, float logProbability) {
    byte[] bytes = engine.tokenizer().bytes(id);
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("token", new String(bytes, StandardCharsets.UTF_8));
    entry.put("logprob", logProbability);
    List<Integer> unsigned = new ArrayList<>(bytes.length);
    for (byte b : bytes) {
      unsigned.add(b & 0xff);
    }
    entry.put("bytes", unsigned);
    return entry;
  }

  private Map<String, Object> textLogProbabilities(List<GeneratedToken> tokens, int textOffset) {
    List<String> texts = new ArrayList<>();
    List<Float> values = new ArrayList<>();
    List<Map<String, Float>> tops = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    int offset = textOffset;
    for (GeneratedToken t : tokens) {
      texts.add(tokenText(t.id()));
      values.add(t.logProbability());
      Map<String, Float> top = new LinkedHashMap<>();
      for (TokenProbability p : t.top()) {
        top.putIfAbsent(tokenText(p.id()), p.logProbability());
      }
      tops.add(top);
      offsets.add(offset);
      offset += t.text().length();
    }
    return Map.of(
        "tokens", texts, "token_logprobs", values, "top_logprobs", tops, "text_offset", offsets);
  }

  private String tokenText(int id) {
    return new String(engine.tokenizer().bytes(id), StandardCharsets.UTF_8);
  }

  private Map<String, Object> usage(List<GenerationUsage> usages) {
    int prompt = request.prompt().length;
    int completion = usages.stream().mapToInt(GenerationUsage::completionTokens).sum();
    int cached = usages.isEmpty() ? 0 : usages.getFirst().cachedTokens();
    int remote = usages.isEmpty() ? 0 : usages.getFirst().remoteTokens();
    Map<String, Object> usage = new LinkedHashMap<>();
    usage.put("prompt_tokens", prompt);
    usage.put("completion_tokens", completion);
    usage.put("total_tokens", prompt + completion);
    usage.put(
        "prompt_tokens_details",
        Map.of("cached_tokens", cached, "local", cached - remote, "remote", remote));
    return usage;
  }

  private static String reason(FinishReason reason) {
    return switch (reason) {
      case STOP -> "stop";
      case LENGTH -> "length";
      case CANCELLED -> "cancelled";
    };
  }
}
