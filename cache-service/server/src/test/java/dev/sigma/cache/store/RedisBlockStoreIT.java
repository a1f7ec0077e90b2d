package dev.sigma.cache.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

/** The Redis store on a real Redis. */
class RedisBlockStoreIT extends BlockStoreContract {

  private static Process redis;
  private static LettuceConnectionFactory connections;
  private static ReactiveStringRedisTemplate plain;

  @BeforeAll
  static void start() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    redis =
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
    connections = new LettuceConnectionFactory("127.0.0.1", port);
    connections.afterPropertiesSet();
    connections.start();
    plain = new ReactiveStringRedisTemplate(connections);
  }

  @AfterAll
  static void stop() {
    connections.destroy();
    redis.destroy();
  }

  @Override
  BlockStore store() {
    plain.execute(connection -> connection.serverCommands().flushAll()).blockLast();
    return new RedisBlockStore(connections, LIMITS);
  }

  @Override
  void pass(Duration time) throws InterruptedException {
    Thread.sleep(time);
  }

  @Test
  void keys_ofATenant_liveInOneSlotAndAllExpire() {
    store().store("acme", key(1), value(1, 10)).block();
    assertThat(plain.keys("*").collectList().block())
        .hasSize(3)
        .allMatch(name -> name.startsWith("sigma:kv:{acme}:"))
        .allSatisfy(name -> assertThat(plain.getExpire(name).block()).isPositive());
  }

  @Test
  void value_deletedBehindTheStoresBack_isAMissAndCostsNoRoomForLong() {
    BlockStore store = store();
    store.store("acme", key(1), value(1, 600)).block();
    plain.delete("sigma:kv:{acme}:value:" + key(1).hex()).block();
    assertThat(store.fetch("acme", key(1)).blockOptional()).isEmpty();
    assertThat(store.store("acme", key(2), value(2, 900)).block()).isTrue();
    assertThat(store.bytes("acme").block()).isEqualTo(900);
  }
}
