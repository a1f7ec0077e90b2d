package dev.sigma.worker.completions;

import dev.sigma.edge.ApiException;
import dev.sigma.edge.ErrorBody;
import dev.sigma.engine.schedule.GenerationListener.GenerationUsage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** Candidate events as server-sent events, byte for byte as OpenAI clients expect them. */
final class EventStream {

  private static final Logger log = LoggerFactory.getLogger(EventStream.class);

  private final JsonMapper json;
  private final AnswerShape shape;
  private final CompletionRequest request;
  private final List<GenerationUsage> usages = new ArrayList<>();
  private final int[] textLengths;
  private final boolean[] begun;

  EventStream(JsonMapper json, AnswerShape shape, CompletionRequest request) {
    this.json = json;
    this.shape = shape;
    this.request = request;
    textLengths = new int[request.candidates()];
    begun = new boolean[request.candidates()];
  }

  /** UTF-8 frames; a failure after the first is a terminal {@code event: error}. */
  Flux<byte[]> frames(Flux<CandidateEvent> events) {
    Flux<byte[]> closing =
        Flux.defer(
            () ->
                request.usageInStream()
                    ? Flux.just(data(shape.usageChunk(usages)), DONE)
                    : Flux.just(DONE));
    return events
        .map(this::framesOf) // not flattened: a failure would overtake frames that wait
        .concatWith(closing)
        .onErrorResume(
            e -> !(e instanceof ApiException),
            e -> {
              log.warn("a stream failed: {}", e.toString());
              return Flux.just(error());
            });
  }

  private byte[] framesOf(CandidateEvent event) {
    int i = event.candidate();
    StringBuilder frames = new StringBuilder();
    if (!begun[i] && request.shape() == CompletionRequest.Shape.CHAT) {
      frames.append(frame(shape.roleChunk(i)));
    }
    begun[i] = true;
    switch (event) {
      case CandidateEvent.Token t -> {
        String text = t.token().text();
        if (!text.isEmpty() || request.tokenIds() || request.logProbabilities()) {
          frames.append(frame(shape.tokenChunk(i, t.token(), textLengths[i])));
        }
        textLengths[i] += text.length();
      }
      case CandidateEvent.Finished f -> {
        usages.add(f.usage());
        frames.append(frame(shape.lastChunk(i, f.reason())));
      }
    }
    return utf8(frames.toString());
  }

  private static final byte[] DONE = utf8("data: [DONE]\n\n");

  private String frame(Map<String, Object> chunk) {
    return "data: " + json.writeValueAsString(chunk) + "\n\n";
  }

  private byte[] data(Map<String, Object> chunk) {
    return utf8(frame(chunk));
  }

  private byte[] error() {
    String body =
        json.writeValueAsString(
            ErrorBody.of(
                ApiException.brokenStream("The answer broke off; what came so far is incomplete")));
    return utf8("event: error\ndata: " + body + "\n\n");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
