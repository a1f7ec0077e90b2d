package dev.sigma.cache.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Calls of a worker to the cache service (docs/contracts.md). Every call returns at once; its
 * future fails with a {@link CacheRefusedException}, a {@link DamagedValueException} or what the
 * connection met, and can be cancelled. No proxy, no redirect. Thread-safe.
 */
public final class CacheClient implements AutoCloseable {

  /** Values of one call at most. */
  public static final int MOST_VALUES = 256;

  private final URI service;
  private final Function<String, String> tokens;
  private final HttpClient http;

  /**
   * @param service base URL
   * @param tokens gives a signed token for a tenant
   */
  public CacheClient(URI service, Function<String, String> tokens, Duration connectTimeout) {
    this.service = service;
    this.tokens = tokens;
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(connectTimeout)
            .build();
  }

  /** A value and what it is asked for by. */
  public record Entry(byte[] key, ByteBuffer value) {}

  /** Told of each value that comes, in order, on the connection's thread. */
  @FunctionalInterface
  public interface Receiver {
    /** Value number {@code index} of those that were asked for. */
    void receive(int index, ByteBuffer value) throws DamagedValueException;
  }

  /**
   * The values of the run of {@code keys} from the first on that are there.
   *
   * @param keys 1 to {@link #MOST_VALUES}
   * @param valueBytes what each must have; another length is a damaged value
   * @param timeout for the whole call; a {@link java.util.concurrent.TimeoutException} ends it
   */
  public CompletableFuture<Void> fetch(
      String tenant, List<byte[]> keys, int valueBytes, Duration timeout, Receiver receiver) {
    return send(
        request(tenant, "fetch", "application/json", BodyPublishers.ofString(json(keys))),
        timeout,
        () -> new FrameSubscriber(valueBytes, keys.size(), receiver));
  }

  /** Keeps values, 1 to {@link #MOST_VALUES}; the service may drop any of them. */
  public CompletableFuture<Void> store(String tenant, List<Entry> entries, Duration timeout) {
    List<byte[]> frames = new ArrayList<>();
    for (Entry entry : entries) {
      int length = entry.value().remaining();
      frames.add(
          ByteBuffer.allocate(BlockValues.DIGEST_BYTES + Integer.BYTES)
              .put(entry.key())
              .putInt(length)
              .array());
      byte[] value = new byte[length];
      entry.value().duplicate().get(value);
      frames.add(value);
    }
    return send(
        request(tenant, "store", "application/octet-stream", BodyPublishers.ofByteArrays(frames)),
        timeout,
        () -> BodySubscribers.replacing(null));
  }

  /** Has values forgotten that turned out to be damaged. */
  public CompletableFuture<Void> remove(String tenant, List<byte[]> keys, Duration timeout) {
    return send(
        request(tenant, "remove", "application/json", BodyPublishers.ofString(json(keys))),
        timeout,
        () -> BodySubscribers.replacing(null));
  }

  private HttpRequest request(String tenant, String call, String type, BodyPublisher body) {
    return HttpRequest.newBuilder(service.resolve("/v1/blocks/" + call))
        .header("Authorization", "Bearer " + tokens.apply(tenant))
        .header("Content-Type", type)
        .POST(body)
        .build();
  }

  private CompletableFuture<Void> send(HttpRequest request, Duration timeout, BodySource body) {
    BodyHandler<Void> handler =
        head -> head.statusCode() == 200 ? body.open() : new RefusedSubscriber(head.statusCode());
    CompletableFuture<HttpResponse<Void>> exchange = http.sendAsync(request, handler);
    // the JDK's own timeout ends with the head of the answer
    return new Call(exchange).orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Ends with its exchange; who gives up on it gives up on the exchange, and the connection. */
  private static final class Call extends CompletableFuture<Void> {

    private final CompletableFuture<HttpResponse<Void>> exchange;
    private final CompletableFuture<?> end;

    Call(CompletableFuture<HttpResponse<Void>> exchange) {
      this.exchange = exchange;
      end =
          exchange.whenComplete(
              (response, failure) -> {
                if (failure == null) {
                  complete(null);
                } else {
                  completeExceptionally(failure);
                }
              });
    }

    /** Also how a timeout ends it. */
    @Override
    public boolean completeExceptionally(Throwable failure) {
      boolean first = super.completeExceptionally(failure);
      exchange.cancel(true);
      return first;
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
      exchange.cancel(true);
      end.cancel(true);
      return super.cancel(mayInterrupt);
    }
  }

  @FunctionalInterface
  private interface BodySource {
    BodySubscriber<Void> open();
  }

  private static String json(List<byte[]> keys) {
    return keys.stream()
        .map(key -> '"' + HexFormat.of().formatHex(key) + '"')
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
