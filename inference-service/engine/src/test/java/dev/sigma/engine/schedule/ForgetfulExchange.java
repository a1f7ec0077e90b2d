package dev.sigma.engine.schedule;

import dev.sigma.engine.kv.BlockExchange;
import dev.sigma.engine.kv.BlockHash;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * An exchange as a busy day has it: values arrive on a thread of its own, at once or a little
 * later, some are dropped, and at times it is away.
 */
final class ForgetfulExchange implements BlockExchange {

  private static final int MOST_VALUES = 256;
  private static final int LATEST_MICROS = 3_000;

  private final ScheduledExecutorService arrivals =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("exchange").daemon(true).unstarted(task));
  private final Random random;

  private final Map<String, ByteBuffer> values =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ByteBuffer> eldest) {
          return size() > MOST_VALUES;
        }
      };

  ForgetfulExchange(long seed) {
    random = new Random(seed);
  }

  private static String name(String tenant, BlockHash key) {
    return tenant + " " + key;
  }

  @Override
  public boolean available() {
    return random.nextInt(8) > 0;
  }

  @Override
  public void fetch(
      String tenant, List<BlockHash> keys, Duration patience, Consumer<List<ByteBuffer>> arrived) {
    List<ByteBuffer> found = new ArrayList<>();
    int most = random.nextInt(8) == 0 ? random.nextInt(keys.size() + 1) : keys.size();
    for (BlockHash key : keys.subList(0, most)) {
      ByteBuffer value = values.get(name(tenant, key));
      if (value == null) {
        break;
      }
      found.add(value.duplicate());
    }
    if (random.nextInt(3) == 0) {
      arrived.accept(found);
    } else {
      var _ =
          arrivals.schedule(
              () -> arrived.accept(found), random.nextInt(LATEST_MICROS), TimeUnit.MICROSECONDS);
    }
  }

  @Override
  public void store(String tenant, BlockHash key, ByteBuffer value) {
    if (random.nextInt(8) > 0) {
      values.put(name(tenant, key), value);
    }
  }

  @Override
  public void close() {
    arrivals.shutdownNow();
  }
}
