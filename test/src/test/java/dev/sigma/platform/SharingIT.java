package dev.sigma.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two workers with the bundled model, the cache service, Redis. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SharingIT {

  private static final int BLOCK = 16;
  private static final String FAILED = "sigma_remote_cache_failures_total{reason=\"%s\"}";

  private static final Platform platform = new Platform();
  private static Service redis;
  private static Service cache;
  private static Service a;
  private static Service b;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    redis = platform.redis();
    cache = platform.cache(redis);
    Map<String, String> sharing =
        Map.of("SIGMA_CACHE_URL", cache.url("").toString(), "SIGMA_CACHE_PATIENCE", "5s");
    a = platform.worker("sharing-a", sharing).ready(); // alone first: it compiles the kernels
    b = platform.worker("sharing-b", sharing).ready();
    cache.ready();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    platform.stop();
  }

  private static int[] prompt(Random random) {
    int border = BLOCK * (1 + random.nextInt(8)) + random.nextInt(3) - 1;
    return random.ints(border, 8, 16_000).toArray();
  }

  private static int[] plus(int[] first, int[] second) {
    return IntStream.concat(IntStream.of(first), IntStream.of(second)).toArray();
  }

  /** Waits until what a worker offered is in the store: values are written behind. */
  private static void untilStored(Service worker) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (worker.metric("sigma_remote_cache_queued") > 0) {
      assertThat(System.nanoTime()).as("values are written behind").isLessThan(end);
      Thread.sleep(2);
    }
  }

  private static double stored(Service worker) throws IOException, InterruptedException {
    return worker.metric("sigma_remote_cache_values_total{event=\"stored\"}");
  }

  @Test
  @Order(1)
  void sessions_continuedOnTheOtherWorker_equalAColdRunBitForBit() throws Exception {
    Random random = new Random(11);
    int remote = 0;
    for (int i = 0; i < 100; i++) {
      Service first = i % 2 == 0 ? a : b;
      Service second = i % 2 == 0 ? b : a;
      int[] prompt = prompt(random);
      Completion turn = Completion.of(platform, first, "session-" + i, prompt, 6);
      int computed = prompt.length + turn.tokens().length - 1;
      int blocks = computed / BLOCK;
      untilStored(first);
      int[] next = plus(plus(prompt, turn.tokens()), prompt(random));
      Completion warm = Completion.of(platform, second, "session-" + i, next, 6);
      Completion cold = Completion.of(platform, second, "cold-" + i, next, 6);
      assertThat(cold.cached()).isZero();
      assertThat(warm.remote()).as("session %d", i).isEqualTo(blocks * BLOCK);
      assertThat(warm.local()).isZero();
      assertThat(warm.bits()).as("session %d", i).isEqualTo(cold.bits());
      remote += warm.remote();
    }
    assertThat(remote).isGreaterThan(100 * BLOCK);
  }

  @Test
  @Order(2)
  void anotherTenant_withTheSamePrompt_getsNothing() throws Exception {
    int[] prompt = new Random(5).ints(100, 8, 16_000).toArray();
    Completion.of(platform, a, "acme", prompt, 1);
    untilStored(a);
    assertThat(Completion.of(platform, b, "globex", prompt, 1).cached()).isZero();
    assertThat(Completion.of(platform, b, "acme", prompt, 1).remote()).isEqualTo(96);
  }

  @Test
  @Order(3)
  void valueAlteredOrCutInRedis_isAMissAndIsDeleted() throws Exception {
    List<String> damages = List.of("flip", "cut", "longer", "empty-ish");
    for (int i = 0; i < damages.size(); i++) {
      String tenant = "damaged-" + i;
      int[] prompt = new Random(100 + i).ints(100, 8, 16_000).toArray();
      Completion cold = Completion.of(platform, a, tenant, prompt, 3);
      untilStored(a);
      List<String> keys = redis("KEYS", "sigma:kv:{" + tenant + "}:value:*").lines().toList();
      assertThat(keys).hasSize(6);
      for (String key : keys) {
        damage(damages.get(i), key);
      }
      double counted = b.metric(FAILED.formatted("damaged"));
      Completion warm = Completion.of(platform, b, tenant, prompt, 3);
      assertThat(warm.remote()).isZero();
      assertThat(warm.bits()).isEqualTo(cold.bits());
      assertThat(b.metric(FAILED.formatted("damaged"))).isEqualTo(counted + 1);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      // the first is what b met; it deletes that one, and writes its own in its place
      while (intact(keys) < 6) {
        assertThat(System.nanoTime()).as("%s: replaced", damages.get(i)).isLessThan(end);
        Thread.sleep(20);
      }
    }
  }

  private static long intact(List<String> keys) throws Exception {
    long whole = 0;
    for (String key : keys) {
      whole += redis("STRLEN", key).strip().equals("246128") ? 1 : 0;
    }
    return whole;
  }

  private static void damage(String how, String key) throws Exception {
    switch (how) {
      case "flip" -> redis("SETRANGE", key, "5000", "flipped");
      case "cut" ->
          redis(
              "EVAL",
              "return redis.call('SET', KEYS[1], string.sub(redis.call('GET', KEYS[1]), 1, 1000), 'KEEPTTL')",
              "1",
              key);
      case "longer" -> redis("APPEND", key, "more");
      default -> redis("SET", key, "x", "KEEPTTL");
    }
  }

  private static String redis(String... command) throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                "redis-cli",
                "-p",
                "" + redis.port(),
                "--no-auth-warning",
                "-a",
                Platform.REDIS_PASSWORD));
    line.addAll(Arrays.asList(command));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  @Test
  @Order(4)
  void redisStopped_answersGoOnAndSharingResumes() throws Exception {
    int[] prompt = new Random(7).ints(100, 8, 16_000).toArray();
    double refused = b.metric(FAILED.formatted("refused"));
    redis.kill();
    Completion without = Completion.of(platform, a, "outage", prompt, 3);
    for (int i = 0; i < 20; i++) {
      assertThat(Completion.of(platform, b, "outage", prompt, 3).bits()).isEqualTo(without.bits());
      Completion.of(platform, b, "outage-" + i, prompt, 3);
      Thread.sleep(200);
    }
    assertThat(b.metric(FAILED.formatted("refused"))).isGreaterThan(refused);
    assertThat(times(b.log(), "the cache service is away")).isEqualTo(1);
    assertThat(times(cache.log(), "the store cannot be reached")).isEqualTo(1);
    redis.startAgain();
    cache.ready();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    for (int i = 0; ; i++) {
      double before = stored(a);
      String tenant = "after-" + i;
      Completion.of(platform, a, tenant, prompt, 1);
      if (stored(a) > before) {
        untilStored(a);
        if (Completion.of(platform, b, tenant, prompt, 1).remote() == 96) {
          break;
        }
      }
      assertThat(System.nanoTime()).as("sharing resumes").isLessThan(end);
      Thread.sleep(200);
    }
    assertThat(times(b.log(), "the cache service is back")).isEqualTo(1);
  }

  private static int times(String log, String text) {
    return log.split(java.util.regex.Pattern.quote(text), -1).length - 1;
  }
}
