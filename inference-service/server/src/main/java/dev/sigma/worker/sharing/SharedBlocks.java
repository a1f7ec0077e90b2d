package dev.sigma.worker.sharing;

import dev.sigma.cache.client.BlockValues;
import dev.sigma.cache.client.CacheClient;
import dev.sigma.cache.client.CacheRefusedException;
import dev.sigma.cache.client.DamagedValueException;
import dev.sigma.engine.kv.BlockExchange;
import dev.sigma.engine.kv.BlockGeometry;
import dev.sigma.engine.kv.BlockHash;
import dev.sigma.worker.sharing.SharingMetrics.Event;
import dev.sigma.worker.sharing.SharingMetrics.Failure;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The engine's exchange over the cache service. Values are opened as they come and sealed before
 * they leave, so the service never holds plain K/V. Whatever fails is a miss, counted by reason.
 */
final class SharedBlocks implements BlockExchange {

  private static final Duration REMOVING = Duration.ofSeconds(2);
  private static final int KIB = 1024;

  private final CacheClient client;
  private final BlockValues values;
  private final BlockGeometry geometry;
  private final CacheCircuit circuit;
  private final SharingSettings settings;
  private final SharingMetrics metrics;
  private final StoreQueue queue;

  /** KiB that may still come in. */
  private final Semaphore room;

  SharedBlocks(
      CacheClient client,
      BlockValues values,
      BlockGeometry geometry,
      SharingSettings settings,
      SharingMetrics metrics) {
    this.client = client;
    this.values = values;
    this.geometry = geometry;
    this.settings = settings;
    this.metrics = metrics;
    circuit = new CacheCircuit();
    room = new Semaphore(Math.toIntExact(settings.bytesInFlight() / KIB));
    queue = new StoreQueue(client, values, geometry, circuit, settings.bytesQueued(), metrics);
    values.warmUp();
    greet();
  }

  /**
   * Asks for a value that nobody has: a first call loads classes and opens connections on both
   * sides, which takes longer than a request would wait; and the log says early who is away.
   */
  private void greet() {
    if (circuit.tryCall()) {
      List<byte[]> nobodys = List.of(new byte[BlockHash.BYTES]);
      client
          .fetch("greeting", nobodys, 1, settings.longestWait(), (index, value) -> {})
          .handle(
              (done, failure) -> {
                told("greeting", nobodys, 0, failure);
                return failure == null;
              })
          .isDone();
    }
  }

  @Override
  public boolean available() {
    return circuit.closed();
  }

  @Override
  public void fetch(
      String tenant, List<BlockHash> keys, Duration patience, Consumer<List<ByteBuffer>> arrived) {
    int perValue = Math.ceilDiv(geometry.bytes(), KIB);
    int most = Math.min(CacheClient.MOST_VALUES, room.availablePermits() / perValue);
    int count = Math.min(keys.size(), most);
    if (count == 0 || !room.tryAcquire(count * perValue)) {
      metrics.count(Failure.BUSY, 1);
      arrived.accept(List.of());
      return;
    }
    if (!circuit.tryCall()) {
      room.release(count * perValue);
      arrived.accept(List.of());
      return;
    }
    List<byte[]> names = new ArrayList<>(count);
    keys.subList(0, count).forEach(key -> names.add(key.bytes()));
    Arrivals arrivals = new Arrivals(tenant, names);
    long began = System.nanoTime();
    var call =
        client.fetch(
            tenant,
            names,
            values.storedBytes(geometry.blocksPerValue()),
            bounded(patience),
            arrivals::add);
    call.handle(
            (done, failure) -> {
              List<ByteBuffer> here = arrivals.close();
              told(tenant, names, here.size(), failure);
              metrics.fetched(Duration.ofNanos(System.nanoTime() - began));
              metrics.count(Event.FETCHED, here.size());
              metrics.count(Event.MISSED, count - here.size());
              room.release(count * perValue);
              arrived.accept(here);
              return here.size();
            })
        .isDone();
  }

  private Duration bounded(Duration patience) {
    Duration least = settings.patience();
    Duration most = settings.longestWait();
    Duration wanted = patience.compareTo(least) < 0 ? least : patience;
    return wanted.compareTo(most) > 0 ? most : wanted;
  }

  private void told(String tenant, List<byte[]> names, int received, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException c && c.getCause() != null ? c.getCause() : failure;
    switch (cause) {
      case null -> circuit.worked();
      case DamagedValueException e -> {
        circuit.worked();
        metrics.count(Failure.DAMAGED, 1);
        forget(tenant, names.get(received));
      }
      case CacheRefusedException e -> {
        circuit.failed(e);
        metrics.count(Failure.REFUSED, 1);
      }
      case TimeoutException e -> late(received, e);
      default -> {
        circuit.failed(cause);
        metrics.count(Failure.UNREACHABLE, 1);
      }
    }
  }

  /** Late with something is slow; late with nothing may be away. */
  private void late(int received, Throwable cause) {
    metrics.count(Failure.LATE, 1);
    if (received > 0) {
      circuit.worked();
    } else {
      circuit.late(cause);
    }
  }

  private void forget(String tenant, byte[] name) {
    client
        .remove(tenant, List.of(name), REMOVING)
        .exceptionally(
            e -> {
              metrics.count(Failure.UNREACHABLE, 1);
              return null;
            })
        .isDone();
  }

  @Override
  public void store(String tenant, BlockHash key, ByteBuffer value) {
    queue.offer(tenant, key.bytes(), value);
  }

  @Override
  public void close() {
    queue.close();
    client.close();
  }

  /** Opens values as they come, until somebody takes what is there. */
  private final class Arrivals {

    private final String tenant;
    private final List<byte[]> names;
    private final List<ByteBuffer> opened = new ArrayList<>();
    private boolean closed;

    Arrivals(String tenant, List<byte[]> names) {
      this.tenant = tenant;
      this.names = names;
    }

    void add(int index, ByteBuffer value) throws DamagedValueException {
      ByteBuffer plain = values.decode(tenant, names.get(index), value);
      synchronized (this) {
        if (!closed) {
          opened.add(plain);
        }
      }
    }

    synchronized List<ByteBuffer> close() {
      closed = true;
      return List.copyOf(opened);
    }
  }
}
