package dev.sigma.worker.completions;

import dev.sigma.edge.ApiException;
import dev.sigma.edge.JsonBody;
import dev.sigma.edge.identity.Caller;
import dev.sigma.engine.Engine;
import dev.sigma.worker.engine.EngineHolder;
import dev.sigma.worker.engine.RequestMetrics;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** {@code /v1/chat/completions}, {@code /v1/completions} and {@code /v1/models}. */
@RestController
class CompletionController {

  private final EngineHolder engines;
  private final RequestMetrics metrics;
  private final JsonMapper json;
  private final Clock clock;
  private final CalibrationFile calibration;
  private final PromptFile prompt;

  CompletionController(
      EngineHolder engines,
      RequestMetrics metrics,
      JsonMapper json,
      Clock clock,
      CalibrationFile calibration,
      PromptFile prompt) {
    this.engines = engines;
    this.metrics = metrics;
    this.json = json;
    this.clock = clock;
    this.calibration = calibration;
    this.prompt = prompt;
  }

  @PostMapping(path = "/v1/chat/completions", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<Void> chat(
      @RequestBody(required = false) byte[] body,
      @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
      ServerWebExchange exchange) {
    Engine engine = engines.ready();
    return answer(engine, caller, new RequestReader(engine).chat(parsed(body)), exchange);
  }

  @PostMapping(path = "/v1/completions", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<Void> text(
      @RequestBody(required = false) byte[] body,
      @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
      ServerWebExchange exchange) {
    Engine engine = engines.ready();
    return answer(engine, caller, new RequestReader(engine).text(parsed(body)), exchange);
  }

  @GetMapping("/v1/models")
  Map<String, Object> models() {
    Engine engine = engines.ready();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", engine.modelName());
    model.put("object", "model");
    model.put("created", engines.readySince().getEpochSecond());
    model.put("owned_by", "sigma");
    model.put("context_length", engine.config().maxPositions());
    calibration.content().ifPresent(c -> model.put("calibration", c));
    prompt.content().ifPresent(p -> model.put("prompt", p));
    return Map.of("object", "list", "data", List.of(model));
  }

  private JsonBody parsed(byte @org.jspecify.annotations.Nullable [] body) {
    return JsonBody.parse(json, body == null ? new byte[0] : body);
  }

  private Mono<Void> answer(
      Engine engine, Caller caller, CompletionRequest request, ServerWebExchange exchange) {
    AnswerShape shape = new AnswerShape(engine, request, clock);
    RequestMetrics.Request measured = metrics.begin();
    ServerHttpResponse response = exchange.getResponse();
    if (!request.stream()) {
      return whole(engine, caller.tenant(), request, measured)
          .doOnError(e -> measured.end(outcome(e)))
          .doOnSuccess(answers -> measured.end("ok"))
          .doOnCancel(() -> measured.end("cancelled"))
          .map(answers -> json.writeValueAsBytes(shape.whole(answers)))
          .flatMap(
              bytes -> {
                response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
                return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
              });
    }
    Flux<CandidateEvent> events =
        CandidateStream.open(engine, caller.tenant(), request, measured::token)
            .doOnError(e -> measured.end(outcome(e)))
            .doOnComplete(() -> measured.end("ok"))
            .doOnCancel(() -> measured.end("cancelled"));
    response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
    response.getHeaders().setCacheControl("no-cache");
    response.getHeaders().set("X-Accel-Buffering", "no");
    response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
    return response.writeAndFlushWith(
        new EventStream(json, shape, request)
            .frames(events)
            .map(frame -> Mono.just(response.bufferFactory().wrap(frame))));
  }

  private static Mono<List<CandidateAnswer>> whole(
      Engine engine, String tenant, CompletionRequest request, RequestMetrics.Request measured) {
    return request.mostProbable()
        ? CandidateSearch.answers(engine, tenant, request, measured::token)
        : CandidateStream.open(engine, tenant, request, measured::token)
            .collectList()
            .map(events -> CandidateAnswer.collect(events, request.candidates()));
  }

  private static String outcome(Throwable e) {
    return e instanceof ApiException refusal ? refusal.code() : "error";
  }
}
