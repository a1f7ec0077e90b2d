package dev.sigma.engine.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Requests that wait: first come, first served within a tenant, one each in turn between tenants,
 * so that one tenant's thousand requests do not stand before another's one. Not thread-safe.
 */
final class WaitingQueue {

  /** Tenants with waiting requests, the next to be served first. */
  private final Map<String, ArrayDeque<Sequence>> tenants = new LinkedHashMap<>();

  private int size;

  int size() {
    return size;
  }

  void add(Sequence sequence) {
    tenants.computeIfAbsent(sequence.request().tenant(), t -> new ArrayDeque<>()).add(sequence);
    size++;
  }

  /** The first tenant's oldest request that {@code ready} accepts; each tenant's oldest only. */
  @Nullable Sequence first(Predicate<Sequence> ready) {
    for (ArrayDeque<Sequence> queue : tenants.values()) {
      if (ready.test(queue.element())) {
        return queue.element();
      }
    }
    return null;
  }

  /** Removes a tenant's oldest request; the tenant goes to the end of the round. */
  void remove(Sequence oldest) {
    String tenant = oldest.request().tenant();
    ArrayDeque<Sequence> queue = tenants.remove(tenant);
    if (queue == null || queue.peek() != oldest) {
      throw new IllegalStateException("not its tenant's oldest request (expected: from first())");
    }
    queue.remove();
    size--;
    if (!queue.isEmpty()) {
      tenants.put(tenant, queue);
    }
  }

  /** Removes and gives all that {@code wanted} accepts, oldest first within a tenant. */
  List<Sequence> removeIf(Predicate<Sequence> wanted) {
    List<Sequence> removed = new ArrayList<>();
    for (Iterator<ArrayDeque<Sequence>> queues = tenants.values().iterator(); queues.hasNext(); ) {
      ArrayDeque<Sequence> queue = queues.next();
      queue.removeIf(sequence -> wanted.test(sequence) && removed.add(sequence));
      if (queue.isEmpty()) {
        queues.remove();
      }
    }
    size -= removed.size();
    return removed;
  }
}
