package dev.sigma.worker.sharing;

import dev.sigma.cache.client.BlockValues;
import dev.sigma.cache.client.CacheClient;
import dev.sigma.cache.client.CacheClient.Entry;
import dev.sigma.cache.client.CacheRefusedException;
import dev.sigma.engine.kv.BlockGeometry;
import dev.sigma.worker.sharing.SharingMetrics.Event;
import dev.sigma.worker.sharing.SharingMetrics.Failure;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Values on their way out: bounded, and written by a thread of its own, several of a tenant in one
 * call. What finds no room, or comes while the service is away, is dropped: it can be computed.
 */
final class StoreQueue {

  private static final Logger log = LoggerFactory.getLogger(StoreQueue.class);
  private static final Duration CALL = Duration.ofSeconds(5);
  private static final Duration LAST_WRITES = Duration.ofSeconds(2);
  private static final int VALUES_A_CALL = 16;

  /** K/V of one value, not sealed yet. */
  private record Plain(String tenant, byte[] key, ByteBuffer value) {}

  private final CacheClient client;
  private final BlockValues values;
  private final BlockGeometry geometry;
  private final CacheCircuit circuit;
  private final SharingMetrics metrics;
  private final BlockingQueue<Plain> queue;
  private final Thread writer;
  private volatile boolean closing;

  StoreQueue(
      CacheClient client,
      BlockValues values,
      BlockGeometry geometry,
      CacheCircuit circuit,
      long mostBytes,
      SharingMetrics metrics) {
    this.client = client;
    this.values = values;
    this.geometry = geometry;
    this.circuit = circuit;
    this.metrics = metrics;
    queue = new ArrayBlockingQueue<>(Math.max(1, (int) (mostBytes / geometry.bytes())));
    writer = Thread.ofPlatform().name("kv-writer").daemon().start(this::write);
  }

  /** Takes a value, or drops it. */
  void offer(String tenant, byte[] key, ByteBuffer value) {
    metrics.queued(1);
    if (closing || !queue.offer(new Plain(tenant, key, value))) {
      metrics.queued(-1);
      metrics.count(Failure.BUSY, 1);
    }
  }

  private void write() {
    List<Plain> batch = new ArrayList<>();
    try {
      while (!closing || !queue.isEmpty()) {
        Plain first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          while (batch.size() < VALUES_A_CALL && goesWith(first, queue.peek())) {
            batch.add(queue.remove());
          }
          send(batch);
          metrics.queued(-batch.size());
          batch.clear();
        }
      }
    } catch (InterruptedException e) {
      log.debug("{} values were not written before the end", queue.size());
    }
  }

  private static boolean goesWith(Plain first, @Nullable Plain next) {
    return next != null && next.tenant().equals(first.tenant());
  }

  private void send(List<Plain> batch) throws InterruptedException {
    List<Entry> entries = new ArrayList<>();
    for (Plain plain : batch) {
      if (isFinite(plain.value())) {
        entries.add(
            new Entry(
                plain.key(),
                values.encode(
                    plain.tenant(), plain.key(), geometry.blocksPerValue(), plain.value())));
      } else {
        metrics.count(Failure.NOT_FINITE, 1);
      }
    }
    if (entries.isEmpty() || !circuit.tryCall()) {
      return;
    }
    try {
      client.store(batch.getFirst().tenant(), entries, CALL).get();
      circuit.worked();
      metrics.count(Event.STORED, entries.size());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      circuit.failed(cause);
      boolean refused = cause instanceof CacheRefusedException;
      metrics.count(refused ? Failure.REFUSED : Failure.UNREACHABLE, 1);
    }
  }

  private static boolean isFinite(ByteBuffer value) {
    FloatBuffer floats = value.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    while (floats.hasRemaining()) {
      if (!Float.isFinite(floats.get())) {
        return false;
      }
    }
    return true;
  }

  /** Takes nothing more, and gives what it has a moment to get out. */
  void close() {
    closing = true;
    try {
      if (!writer.join(LAST_WRITES)) {
        writer.interrupt();
      }
    } catch (InterruptedException e) {
      writer.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
