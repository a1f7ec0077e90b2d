package dev.sigma.platform;

import dev.sigma.edge.identity.Caller;
import dev.sigma.edge.identity.InternalTokenSettings;
import dev.sigma.edge.identity.InternalTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Services that belong together: one key, one Redis, one folder for kernels. */
final class Platform {

  static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  static final String REDIS_PASSWORD = "platform-tests";

  private final Deque<Service> services = new ArrayDeque<>();
  private final InternalTokens tokens =
      new InternalTokens(new InternalTokenSettings(KEY), Clock.systemUTC());

  Service redis() throws IOException {
    return started(Service.redis(REDIS_PASSWORD));
  }

  String redisUrl(Service redis) {
    return "redis://:" + REDIS_PASSWORD + "@127.0.0.1:" + redis.port();
  }

  Service cache(Service redis) throws IOException {
    return java(
        "cache",
        "cache-service/server",
        Map.of("SIGMA_CACHE_STORE", "redis", "SIGMA_REDIS_URL", redisUrl(redis)));
  }

  /** A worker with the bundled model; {@code more} are further variables. */
  Service worker(String name, Map<String, String> more) throws IOException {
    Path kernels = Path.of("target", "kernels").toAbsolutePath();
    Map<String, String> environment = new HashMap<>();
    environment.put("SIGMA_MODEL_DIR", Service.root().resolve("models/sigma-commands").toString());
    environment.put("SIGMA_KV_TOKENS", "16384");
    environment.put("SIGMA_KERNEL_CACHE", folder(kernels.resolve("sigma")));
    environment.put("POCL_CACHE_DIR", folder(kernels.resolve("pocl")));
    environment.putAll(more);
    return java(name, "inference-service/server", environment);
  }

  Service gateway(Map<String, String> environment) throws IOException {
    return java("gateway", "gateway/server", environment);
  }

  private static String folder(Path path) throws IOException {
    return Files.createDirectories(path).toString();
  }

  private Service java(String name, String module, Map<String, String> environment)
      throws IOException {
    Map<String, String> all = new HashMap<>(environment);
    all.put("SIGMA_INTERNAL_KEY", KEY);
    return started(Service.java(name, module, all));
  }

  private Service started(Service service) {
    services.push(service);
    return service;
  }

  /** What the gateway would send to {@code audience}. */
  String token(String tenant, String audience, String scope) {
    return "Bearer " + tokens.mint(new Caller(tenant, "gateway", Set.of(scope)), audience);
  }

  /** Asks for an end, then insists. */
  void stop() throws InterruptedException {
    while (!services.isEmpty()) {
      services.pop().stop();
    }
  }
}
