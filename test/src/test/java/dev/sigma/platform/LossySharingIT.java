package dev.sigma.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two workers that share K/V in int8, and one that shares it without loss. */
class LossySharingIT {

  private static final Platform platform = new Platform();
  private static Service redis;
  private static Service cache;
  private static Service a;
  private static Service b;
  private static Service lossless;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    redis = platform.redis();
    cache = platform.cache(redis);
    a = worker("lossy-a", "int8").ready();
    b = worker("lossy-b", "int8").ready();
    lossless = worker("lossless", "lossless").ready();
    cache.ready();
  }

  private static Service worker(String name, String codec) throws IOException {
    return platform.worker(
        name,
        Map.of(
            "SIGMA_CACHE_URL",
            cache.url("").toString(),
            "SIGMA_CACHE_PATIENCE",
            "5s",
            "SIGMA_CACHE_CODEC",
            codec));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    platform.stop();
  }

  private static double bytesStored() throws Exception {
    return cache.metric("sigma_cache_bytes_total{direction=\"in\"}");
  }

  private static void untilStored() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (a.metric("sigma_remote_cache_queued") > 0) {
      assertThat(System.nanoTime()).as("values are written behind").isLessThan(end);
      Thread.sleep(2);
    }
  }

  @Test
  void int8_isNamed_isSmall_andAnswersAlmostTheSame() throws Exception {
    Random random = new Random(3);
    double before = bytesStored();
    int same = 0;
    double difference = 0;
    int sessions = 40;
    for (int i = 0; i < sessions; i++) {
      int[] prompt = random.ints(100, 8, 16_000).toArray();
      String tenant = "session-" + i;
      Completion first = Completion.of(platform, a, tenant, prompt, 1);
      assertThat(first.fingerprint()).matches("fast-opencl-[a-z0-9]+-int8-[0-9a-f]{12}");
      untilStored();
      Completion warm = Completion.of(platform, b, tenant, prompt, 1);
      assertThat(warm.remote()).isEqualTo(96);
      same += warm.tokens()[0] == first.tokens()[0] ? 1 : 0;
      difference += Math.abs(warm.first() - first.first()) / sessions;
    }
    System.out.printf(
        "int8 K/V: %d of %d first tokens equal, log-probabilities differ by %.4f on average%n",
        same, sessions, difference);
    assertThat(same).isGreaterThanOrEqualTo(sessions * 9 / 10);
    assertThat(difference).isPositive().isLessThan(0.1);
    assertThat(bytesStored() - before).isBetween(1.0, sessions * 6 * 246_128 / 3.5);
  }

  @Test
  void workersOfOtherCodecs_shareNothing() throws Exception {
    int[] prompt = new Random(5).ints(100, 8, 16_000).toArray();
    Completion cold = Completion.of(platform, lossless, "both", prompt, 1);
    Completion.of(platform, a, "both", prompt, 1);
    assertThat(cold.fingerprint()).startsWith("exact-opencl-");
    assertThat(cold.remote()).isZero();
    assertThat(Completion.of(platform, b, "nobody", prompt, 1).remote()).isZero();
    assertThat(Completion.of(platform, a, "both", prompt, 1).remote()).isZero();
  }
}
