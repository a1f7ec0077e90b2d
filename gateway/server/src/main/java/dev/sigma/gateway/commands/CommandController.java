package dev.sigma.gateway.commands;

import dev.sigma.edge.ApiException;
import dev.sigma.edge.ErrorBody;
import dev.sigma.edge.JsonBody;
import dev.sigma.gateway.access.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /v1/commands}. */
@RestController
class CommandController {

  private static final Logger log = LoggerFactory.getLogger(CommandController.class);

  private final CommandService commands;
  private final JsonMapper json;

  CommandController(CommandService commands, JsonMapper json) {
    this.commands = commands;
    this.json = json;
  }

  @PostMapping(path = "/v1/commands", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<Void> command(
      @RequestBody(required = false) byte @Nullable [] body,
      @RequestAttribute(Tenant.ATTRIBUTE) Tenant tenant,
      ServerWebExchange exchange) {
    CommandRequest request =
        CommandRequest.read(JsonBody.parse(json, body == null ? new byte[0] : body));
    ServerHttpResponse out = exchange.getResponse();
    String requestId = String.valueOf(out.getHeaders().getFirst("X-Request-Id"));
    if (request.stream()) {
      return stream(tenant, request, requestId, out);
    }
    return commands
        .answer(tenant, request, requestId, text -> {})
        .flatMap(
            answer -> {
              out.getHeaders().setContentType(MediaType.APPLICATION_JSON);
              return out.writeWith(
                  Mono.just(out.bufferFactory().wrap(json.writeValueAsBytes(answer))));
            });
  }

  private Mono<Void> stream(
      Tenant tenant, CommandRequest request, String requestId, ServerHttpResponse out) {
    out.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
    out.getHeaders().setCacheControl("no-cache");
    return out.writeAndFlushWith(
        events(tenant, request, requestId)
            .map(e -> Mono.just(out.bufferFactory().wrap(e.getBytes(StandardCharsets.UTF_8)))));
  }

  private Flux<String> events(Tenant tenant, CommandRequest request, String requestId) {
    return Flux.defer(
        () -> {
          Sinks.Many<String> pieces = Sinks.many().unicast().onBackpressureBuffer();
          Flux<String> ending =
              commands
                  .answer(tenant, request, requestId, text -> offer(pieces, text))
                  .flatMapMany(answer -> Flux.just(event("command", answer), "data: [DONE]\n\n"))
                  .onErrorResume(e -> Flux.just(event("error", ErrorBody.of(asApiException(e)))))
                  .doOnTerminate(pieces::tryEmitComplete)
                  .cache();
          return Flux.merge(pieces.asFlux(), ending.ignoreElements()).concatWith(ending);
        });
  }

  private void offer(Sinks.Many<String> pieces, String text) {
    if (!text.isEmpty()) {
      pieces.tryEmitNext(event("delta", Map.of("text", text)));
    }
  }

  private static ApiException asApiException(Throwable e) {
    if (e instanceof ApiException a) {
      return a;
    }
    log.error("a command stream failed", e);
    return ApiException.brokenStream("The gateway failed on this request; its log says why");
  }

  private String event(String name, Map<String, ?> data) {
    return "event: " + name + "\ndata: " + json.writeValueAsString(data) + "\n\n";
  }
}
