package dev.sigma.admin.playground;

import dev.sigma.admin.http.RequestBody;
import dev.sigma.edge.ApiException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /api/commands}: the gateway's {@code /v1/commands} as a stream. Nothing is run. */
@RestController
class CommandController {

  static final int MOST_AT_ONCE = 16;
  private static final int LARGEST_BODY = 64 * 1024;

  private final GatewayStream gateway;
  private final JsonMapper json;
  private final AtomicInteger running = new AtomicInteger();

  CommandController(GatewayStream gateway, JsonMapper json) {
    this.gateway = gateway;
    this.json = json;
  }

  @PostMapping("/api/commands")
  Mono<Void> command(ServerWebExchange exchange) {
    return RequestBody.read(exchange.getRequest(), LARGEST_BODY)
        .map(this::streaming)
        .flatMap(body -> limited(gateway.pass(body, exchange.getResponse())));
  }

  /** The caller's request with {@code stream} set; what else is in it is the gateway's to judge. */
  private byte[] streaming(byte[] body) {
    try {
      JsonNode request = json.readTree(body);
      if (request instanceof ObjectNode object) {
        return json.writeValueAsBytes(object.put("stream", true));
      }
    } catch (JacksonException e) {
      throw ApiException.invalidJson(
          "body that is no JSON (expected: a JSON object); " + e.getOriginalMessage());
    }
    throw ApiException.invalidJson("body (expected: a JSON object)");
  }

  private Mono<Void> limited(Mono<Void> call) {
    return Mono.defer(
        () -> {
          if (running.incrementAndGet() > MOST_AT_ONCE) {
            running.decrementAndGet();
            throw ApiException.queueFull(
                "commands of the playground at once (expected: at most %d)"
                    .formatted(MOST_AT_ONCE));
          }
          return call.doFinally(s -> running.decrementAndGet());
        });
  }
}
