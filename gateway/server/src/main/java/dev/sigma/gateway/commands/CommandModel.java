package dev.sigma.gateway.commands;

import dev.sigma.commands.CommandText;
import dev.sigma.edge.ApiException;
import dev.sigma.gateway.access.Tenant;
import dev.sigma.gateway.commands.CommandAnswer.Alternative;
import dev.sigma.gateway.workers.WorkerCall;
import dev.sigma.gateway.workers.WorkerClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a worker's model for commands. */
@Component
class CommandModel {

  private static final String PATH = "/v1/chat/completions";

  private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT =
      new ParameterizedTypeReference<>() {};

  private final WorkerClient workers;
  private final CommandSettings settings;
  private final JsonMapper json;

  CommandModel(WorkerClient workers, CommandSettings settings, JsonMapper json) {
    this.workers = workers;
    this.settings = settings;
    this.json = json;
  }

  /** The most probable command: its chunks as the worker streams them. */
  Flux<JsonNode> greedy(Tenant tenant, CommandPrompt prompt, String requestId) {
    return workers.call(
        call(tenant, prompt, prompt.greedy(settings.model()), requestId), this::chunks);
  }

  /**
   * What a search found.
   *
   * @param commands the most probable first; of those that differ in blanks alone the first
   * @param tokens generated for it
   */
  record Found(List<Alternative> commands, long tokens) {}

  /**
   * Its most probable commands.
   *
   * @param count looked at
   */
  Mono<Found> likeliest(Tenant tenant, CommandPrompt prompt, int count, String requestId) {
    WorkerCall call = call(tenant, prompt, prompt.likeliest(settings.model(), count), requestId);
    return workers
        .call(call, r -> refusal(r).thenMany(r.bodyToFlux(JsonNode.class)))
        .next()
        .map(
            answer ->
                new Found(
                    distinct(answer), answer.path("usage").path("completion_tokens").asLong(0)));
  }

  private WorkerCall call(
      Tenant tenant, CommandPrompt prompt, Map<String, Object> body, String requestId) {
    return new WorkerCall(
        tenant, prompt.routingKey(), PATH, json.writeValueAsBytes(body), requestId);
  }

  private Flux<JsonNode> chunks(ClientResponse response) {
    if (response.statusCode().is2xxSuccessful()
        && !MediaType.TEXT_EVENT_STREAM.isCompatibleWith(
            response.headers().contentType().orElse(MediaType.ALL))) {
      return response
          .releaseBody()
          .thenMany(Flux.error(new IllegalStateException("no event stream")));
    }
    return refusal(response)
        .thenMany(response.bodyToFlux(EVENT))
        .map(CommandModel::data)
        .concatWith(Mono.error(() -> new IllegalStateException("the stream ended without [DONE]")))
        .takeUntil(data -> data.equals("[DONE]"))
        .filter(data -> !data.equals("[DONE]"))
        .map(json::readTree);
  }

  private static String data(ServerSentEvent<String> event) {
    String data = event.data();
    if ("error".equals(event.event()) || data == null) {
      throw new IllegalStateException("the worker's stream broke off");
    }
    return data;
  }

  /**
   * A worker's refusal keeps its status, code and message; anything else that is no 2xx is a
   * failure.
   */
  private Mono<Void> refusal(ClientResponse response) {
    if (response.statusCode().is2xxSuccessful()) {
      return Mono.empty();
    }
    return response
        .bodyToMono(String.class)
        .defaultIfEmpty("")
        .flatMap(
            body -> {
              try {
                JsonNode error = json.readTree(body).path("error");
                String code = error.path("code").asString("");
                if (code.equals("context_length_exceeded")) {
                  return Mono.error(
                      ApiException.contextExceeded("context", error.path("message").asString("")));
                }
                if (response.statusCode().value() == HttpStatus.TOO_MANY_REQUESTS.value()) {
                  return Mono.error(ApiException.queueFull(error.path("message").asString("")));
                }
              } catch (JacksonException e) {
                return Mono.error(e);
              }
              return Mono.error(
                  new IllegalStateException("worker answered " + response.statusCode().value()));
            });
  }

  private static List<Alternative> distinct(JsonNode answer) {
    Map<String, Alternative> found = new LinkedHashMap<>();
    for (JsonNode choice : answer.path("choices")) {
      String command = choice.path("message").path("content").asString("").strip();
      if (command.isEmpty() || !choice.path("finish_reason").asString("").equals("stop")) {
        continue;
      }
      found.putIfAbsent(
          CommandText.normalised(command),
          new Alternative(command, Math.exp(ModelAnswer.logProbability(choice))));
    }
    return List.copyOf(found.values());
  }
}
