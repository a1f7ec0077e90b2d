package dev.sigma.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The Redis store on a real Redis. */
class RedisSessionStoreIT extends SessionStoreContract {

  private static final SimpleMeterRegistry METRICS = new SimpleMeterRegistry();
  private static Process redis;
  private static int port;
  private static LettuceConnectionFactory connections;
  private static ReactiveStringRedisTemplate template;

  @BeforeAll
  static void start() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    redis = startRedis();
    connections = new LettuceConnectionFactory("127.0.0.1", port);
    connections.afterPropertiesSet();
    connections.start();
    template = new ReactiveStringRedisTemplate(connections);
  }

  private static Process startRedis() throws IOException {
    Process started =
        new ProcessBuilder(
                "redis-server",
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    await()
        .ignoreExceptions()
        .until(
            () -> {
              new Socket(InetAddress.getLoopbackAddress(), port).close();
              return true;
            });
    return started;
  }

  @AfterAll
  static void stop() {
    connections.destroy();
    redis.destroy();
  }

  @Override
  SessionStore store(Duration timeToLive) {
    return new RedisSessionStore(template, JsonMapper.shared(), timeToLive, METRICS);
  }

  @Test
  void load_brokenValue_isNoSession_andIsDeleted() {
    SessionStore store = store(Duration.ofMinutes(1));
    for (String broken :
        new String[] {
          "",
          "{",
          "[]",
          "{\"version\":9,\"session\":{\"turns\":[]}}",
          "{\"version\":1}",
          "{\"version\":1,\"session\":{\"turns\":[null]}}",
          "x".repeat(600_000)
        }) {
      template.opsForValue().set("sigma:session:acme:broken", broken).block();
      assertThat(store.load(ACME, "broken").block()).isEqualTo(Session.EMPTY);
      assertThat(template.hasKey("sigma:session:acme:broken").block()).isFalse();
    }
  }

  @Test
  void load_redisGone_fails_andWorksAgainWithIt() throws Exception {
    SessionStore store = store(Duration.ofMinutes(1));
    store.load(ACME, "s").block();
    redis.destroy();
    redis.waitFor();
    assertThatThrownBy(() -> store.load(ACME, "s").block()).isInstanceOf(RuntimeException.class);
    redis = startRedis();
    await().ignoreExceptions().until(() -> store.load(ACME, "s").block() != null);
  }
}
