package dev.sigma.engine.schedule;

import dev.sigma.engine.kv.BlockExchange;
import dev.sigma.engine.kv.BlockHash;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Values in a map that several loops share; arrivals can be held back. */
final class MemoryExchange implements BlockExchange {

  /** What one loop asked for. */
  record Question(String tenant, List<BlockHash> keys, Duration patience) {}

  private final Map<String, ByteBuffer> values = new ConcurrentHashMap<>();
  private final List<Question> questions = new CopyOnWriteArrayList<>();
  private final List<Runnable> held = new ArrayList<>();
  private boolean holding;
  private volatile boolean away;

  private static String name(String tenant, BlockHash key) {
    return tenant + " " + key;
  }

  List<Question> questions() {
    return questions;
  }

  int size() {
    return values.size();
  }

  void forget(String tenant, BlockHash key) {
    values.remove(name(tenant, key));
  }

  /** Arrivals wait for {@link #letArrive}. */
  synchronized void hold() {
    holding = true;
  }

  void letArrive() {
    List<Runnable> arrivals;
    synchronized (this) {
      holding = false;
      arrivals = List.copyOf(held);
      held.clear();
    }
    arrivals.forEach(Runnable::run);
  }

  private void arrive(Runnable arrival) {
    synchronized (this) {
      if (holding) {
        held.add(arrival);
        return;
      }
    }
    arrival.run();
  }

  void away(boolean now) {
    away = now;
  }

  @Override
  public boolean available() {
    return !away;
  }

  @Override
  public void fetch(
      String tenant, List<BlockHash> keys, Duration patience, Consumer<List<ByteBuffer>> arrived) {
    questions.add(new Question(tenant, keys, patience));
    List<ByteBuffer> found = new ArrayList<>();
    for (BlockHash key : keys) {
      ByteBuffer value = values.get(name(tenant, key));
      if (value == null) {
        break;
      }
      found.add(value.duplicate());
    }
    arrive(() -> arrived.accept(found));
  }

  @Override
  public void store(String tenant, BlockHash key, ByteBuffer value) {
    values.put(name(tenant, key), value);
  }

  @Override
  public void close() {}
}
