package dev.sigma.gateway.proxy;

import dev.sigma.edge.JsonBody;
import dev.sigma.gateway.access.Tenant;
import dev.sigma.gateway.workers.RoutingKey;
import dev.sigma.gateway.workers.RoutingKey.Message;
import dev.sigma.gateway.workers.WorkerCall;
import dev.sigma.gateway.workers.WorkerClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAI endpoints: the worker's status, type and bytes, passed on as they come. */
@RestController
class PassThroughController {

  private static final List<String> PASSED_HEADERS =
      List.of(HttpHeaders.RETRY_AFTER, HttpHeaders.CACHE_CONTROL, "X-Accel-Buffering");

  private final WorkerClient workers;
  private final JsonMapper json;

  PassThroughController(WorkerClient workers, JsonMapper json) {
    this.workers = workers;
    this.json = json;
  }

  @PostMapping(
      path = {"/v1/chat/completions", "/v1/completions"},
      consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<Void> complete(
      @RequestBody(required = false) byte @Nullable [] body,
      @RequestAttribute(Tenant.ATTRIBUTE) Tenant tenant,
      ServerWebExchange exchange) {
    byte[] bytes = body == null ? new byte[0] : body;
    RoutingKey key = key(JsonBody.parse(json, bytes));
    return pass(tenant, key, bytes, exchange);
  }

  @GetMapping("/v1/models")
  Mono<Void> models(@RequestAttribute(Tenant.ATTRIBUTE) Tenant tenant, ServerWebExchange exchange) {
    return pass(tenant, RoutingKey.of(List.of()), new byte[0], exchange);
  }

  private Mono<Void> pass(Tenant tenant, RoutingKey key, byte[] body, ServerWebExchange exchange) {
    ServerHttpResponse out = exchange.getResponse();
    String requestId = String.valueOf(out.getHeaders().getFirst("X-Request-Id"));
    String path = exchange.getRequest().getPath().value();
    SseEnding ending = new SseEnding();
    Flux<DataBuffer> chunks =
        workers.call(
            new WorkerCall(tenant, key, path, body, requestId),
            answer -> begin(answer, out, ending));
    return out.writeAndFlushWith(
        chunks
            .concatWith(Flux.defer(() -> ending.isBroken() ? errorEvent(out) : Flux.empty()))
            .onErrorResume(e -> ending.isStream(), e -> errorEvent(out))
            .map(Mono::just));
  }

  private static Flux<DataBuffer> begin(
      ClientResponse answer, ServerHttpResponse out, SseEnding ending) {
    out.setStatusCode(answer.statusCode());
    HttpHeaders headers = answer.headers().asHttpHeaders();
    MediaType type = headers.getContentType();
    out.getHeaders().setContentType(type);
    for (String name : PASSED_HEADERS) {
      String value = headers.getFirst(name);
      if (value != null) {
        out.getHeaders().set(name, value);
      }
    }
    if (MediaType.TEXT_EVENT_STREAM.isCompatibleWith(type)) {
      ending.streamBegins();
    }
    return answer.bodyToFlux(DataBuffer.class).doOnNext(ending::saw);
  }

  private Flux<DataBuffer> errorEvent(ServerHttpResponse out) {
    String frame =
        "\n\nevent: error\ndata: {\"error\":{\"message\":\"The answer broke off; what came so far is incomplete\",\"type\":\"server_error\",\"param\":null,\"code\":\"upstream_error\"}}\n\n";
    return Flux.just(out.bufferFactory().wrap(frame.getBytes(StandardCharsets.UTF_8)));
  }

  /** What the worker refuses is its to say; here only what routing needs is read, leniently. */
  private static RoutingKey key(JsonBody body) {
    List<Message> messages = new ArrayList<>();
    for (JsonNode m : body.field("messages").map(JsonNode::values).orElse(List.of())) {
      messages.add(new Message(m.path("role").asString(""), m.path("content").asString("")));
    }
    return RoutingKey.of(messages);
  }
}
