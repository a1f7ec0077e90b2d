package dev.sigma.admin.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sigma.admin.AdminTestBase;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;

/** A gateway whose stream goes on for ever, or breaks off, as the request says. */
@Import(UnendingGatewayTest.Gateway.class)
class UnendingGatewayTest extends AdminTestBase {

  private static final AtomicBoolean GONE = new AtomicBoolean();
  private static final DisposableServer GATEWAY =
      HttpServer.create()
          .port(0)
          .handle(
              (request, response) ->
                  response
                      .header("Content-Type", "text/event-stream")
                      .sse()
                      .sendString(pieces(request)))
          .bindNow();

  @TestConfiguration
  static class Gateway {
    @Bean
    @Primary
    PlaygroundSettings endless() {
      return new PlaygroundSettings("http://127.0.0.1:" + GATEWAY.port(), KEY);
    }
  }

  private static Publisher<String> pieces(HttpServerRequest request) {
    return request
        .receive()
        .aggregate()
        .asString()
        .flatMapMany(
            body ->
                Flux.interval(Duration.ofMillis(20))
                    .map(
                        i -> {
                          if (i == 3 && body.contains("break off")) {
                            throw new IllegalStateException("on purpose");
                          }
                          return "event: delta\ndata: {\"text\":\"x\"}\n\n";
                        })
                    .doFinally(s -> GONE.set(true)));
  }

  @AfterAll
  static void stop() {
    GATEWAY.disposeNow();
  }

  @Test
  void browserLeaves_theGatewaysCallEnds() throws Exception {
    GONE.set(false);
    HttpResponse<InputStream> answer =
        http.send(
            request("/api/commands", login())
                .POST(BodyPublishers.ofString("{\"request\":\"x\"}"))
                .build(),
            BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      byte[] first = body.readNBytes(12); // each piece comes as it is made
      assertThat(new String(first, StandardCharsets.UTF_8)).isEqualTo("event: delta");
      assertThat(GONE).isFalse();
    }
    await().atMost(Duration.ofSeconds(5)).untilTrue(GONE);
  }

  @Test
  void gatewayBreaksOff_theStreamEndsWithAnError() throws Exception {
    HttpResponse<String> answer = post("/api/commands", login(), "{\"request\":\"break off\"}");
    assertThat(answer.body())
        .startsWith("event: delta")
        .contains("event: error\ndata: {\"error\":{")
        .contains("\"code\":\"upstream_error\"")
        .doesNotContain("on purpose");
  }
}
