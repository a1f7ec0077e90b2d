package dev.sigma.cache.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.edge.identity.Caller;
import dev.sigma.edge.identity.InternalTokenSettings;
import dev.sigma.edge.identity.InternalTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The cache service's HTTP edge on a real port, over the embedded store. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "sigma.internal.key=" + CacheHttpTest.KEY)
class CacheHttpTest {

  static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  @LocalServerPort private int port;
  private final HttpClient http = HttpClient.newHttpClient();
  private final InternalTokens tokens =
      new InternalTokens(new InternalTokenSettings(KEY), Clock.systemUTC());

  private String token(String tenant) {
    return "Bearer " + tokens.mint(new Caller(tenant, "worker", Set.of("cache")), "sigma-cache");
  }

  private HttpResponse<byte[]> post(String path, String type, String authorization, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> ask(String path, String tenant, String json) throws Exception {
    return post(path, "application/json", token(tenant), json.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<byte[]> put(String tenant, byte[] frames) throws Exception {
    return post("/v1/blocks/store", "application/octet-stream", token(tenant), frames);
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String hex(int n) {
    return "%064x".formatted(n);
  }

  private static byte[] value(int seed, int bytes) {
    byte[] content = new byte[bytes];
    new Random(seed).nextBytes(content);
    return content;
  }

  private static byte[] frame(int key, byte[] value) {
    return ByteBuffer.allocate(36 + value.length)
        .put(HexFormat.of().parseHex(hex(key)))
        .putInt(value.length)
        .put(value)
        .array();
  }

  private static byte[] joined(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(20_000_000);
    for (byte[] part : parts) {
      all.put(part);
    }
    byte[] bytes = new byte[all.position()];
    all.flip().get(bytes);
    return bytes;
  }

  @Test
  void stored_valuesComeBackAsARun() throws Exception {
    byte[] large = value(2, 3_000_001);
    HttpResponse<byte[]> stored =
        put("acme", joined(frame(1, value(1, 7)), frame(2, large), frame(4, value(4, 1))));
    assertThat(stored.statusCode()).isEqualTo(200);
    assertThat(text(stored)).isEqualTo("{\"stored\":3}");
    String keys = "{\"keys\":[\"%s\",\"%s\",\"%s\"]}".formatted(hex(1), hex(2), hex(3));
    assertThat(text(ask("/v1/blocks/match", "acme", keys))).isEqualTo("{\"run\":2}");
    ByteBuffer fetched = ByteBuffer.wrap(ask("/v1/blocks/fetch", "acme", keys).body());
    for (byte[] expected : new byte[][] {value(1, 7), large}) {
      byte[] found = new byte[fetched.getInt()];
      fetched.get(found);
      assertThat(found).isEqualTo(expected);
    }
    assertThat(fetched.hasRemaining()).isFalse();
  }

  @Test
  void anotherTenant_findsNothing() throws Exception {
    put("acme", frame(10, value(1, 100)));
    String keys = "{\"keys\":[\"%s\"]}".formatted(hex(10));
    assertThat(text(ask("/v1/blocks/match", "globex", keys))).isEqualTo("{\"run\":0}");
    assertThat(ask("/v1/blocks/fetch", "globex", keys).body()).isEmpty();
    assertThat(text(ask("/v1/blocks/match", "acme", keys))).isEqualTo("{\"run\":1}");
  }

  @Test
  void withoutAProperToken_isRefused() throws Exception {
    byte[] body = "{\"keys\":[]}".getBytes(StandardCharsets.UTF_8);
    String forWorker =
        "Bearer " + tokens.mint(new Caller("acme", "x", Set.of("cache")), "sigma-worker");
    String otherScope =
        "Bearer " + tokens.mint(new Caller("acme", "x", Set.of("generate")), "sigma-cache");
    for (String path : new String[] {"match", "fetch"}) {
      String url = "/v1/blocks/" + path;
      assertThat(post(url, "application/json", "", body).statusCode()).isEqualTo(401);
      assertThat(post(url, "application/json", "Bearer x", body).statusCode()).isEqualTo(401);
      assertThat(post(url, "application/json", forWorker, body).statusCode()).isEqualTo(401);
      assertThat(post(url, "application/json", otherScope, body).statusCode()).isEqualTo(403);
    }
    assertThat(post("/%761/blocks/match", "application/json", "", body).statusCode())
        .as("spelt otherwise")
        .isEqualTo(401);
    HttpResponse<byte[]> stored =
        post("/v1/blocks/store", "application/octet-stream", "", frame(1, value(1, 1)));
    assertThat(stored.statusCode()).isEqualTo(401);
    assertThat(text(stored)).contains("\"code\":\"invalid_token\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{           | invalid_json",
        "{}          | invalid_request",
        "{\"keys\":7} | invalid_request",
        "{\"keys\":[7]} | invalid_request",
        "{\"keys\":[\"../x\"]} | invalid_request",
      })
  void badKeys_areRefused(String body, String code) throws Exception {
    for (String path : new String[] {"match", "fetch"}) {
      HttpResponse<byte[]> answer = ask("/v1/blocks/" + path, "acme", body);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(text(answer)).contains("\"code\":\"" + code + "\"");
    }
  }

  @Test
  void badFrames_areRefused() throws Exception {
    byte[] whole = frame(20, value(1, 10));
    byte[] negative = whole.clone();
    negative[32] = (byte) 0x80;
    byte[] huge = whole.clone();
    huge[32] = 0x7f;
    for (byte[] bad :
        new byte[][] {Arrays.copyOf(whole, 45), Arrays.copyOf(whole, 3), negative, huge}) {
      HttpResponse<byte[]> answer = put("acme", bad);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(text(answer)).contains("\"code\":\"invalid_request\"");
    }
  }

  @Test
  void remove_forgetsOnlyTheTenantsOwn() throws Exception {
    put("acme", joined(frame(30, value(1, 10)), frame(31, value(1, 10))));
    put("globex", frame(30, value(2, 10)));
    String keys = "{\"keys\":[\"%s\"]}".formatted(hex(30));
    assertThat(ask("/v1/blocks/remove", "acme", keys).statusCode()).isEqualTo(200);
    assertThat(text(ask("/v1/blocks/match", "acme", keys))).isEqualTo("{\"run\":0}");
    assertThat(text(ask("/v1/blocks/match", "globex", keys))).isEqualTo("{\"run\":1}");
  }

  @Test
  void purge_forgetsAllOfTheTenant() throws Exception {
    put("initech", joined(frame(40, value(1, 10)), frame(41, value(1, 10))));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/blocks"))
            .header("Authorization", token("initech"))
            .DELETE()
            .build();
    assertThat(http.send(request, BodyHandlers.ofString()).body()).isEqualTo("{\"removed\":2}");
    String keys = "{\"keys\":[\"%s\"]}".formatted(hex(40));
    assertThat(text(ask("/v1/blocks/match", "initech", keys))).isEqualTo("{\"run\":0}");
  }

  @Test
  void metrics_countHitsMissesAndBytes() throws Exception {
    put("umbrella", frame(50, value(1, 10)));
    String keys = "{\"keys\":[\"%s\",\"%s\"]}".formatted(hex(50), hex(51));
    double hits = metric("sigma_cache_values_total{event=\"hit\"}");
    double misses = metric("sigma_cache_values_total{event=\"miss\"}");
    double out = metric("sigma_cache_bytes_total{direction=\"out\"}");
    ask("/v1/blocks/fetch", "umbrella", keys);
    assertThat(metric("sigma_cache_values_total{event=\"hit\"}")).isEqualTo(hits + 1);
    assertThat(metric("sigma_cache_values_total{event=\"miss\"}")).isEqualTo(misses + 1);
    assertThat(metric("sigma_cache_bytes_total{direction=\"out\"}")).isEqualTo(out + 10);
    assertThat(metric("sigma_cache_store_up")).isEqualTo(1);
  }

  private double metric(String name) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build();
    return http.send(request, BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void health_isOpen() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/readiness"))
            .build();
    assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }
}
