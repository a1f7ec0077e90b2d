package dev.sigma.engine.schedule;

import dev.sigma.engine.kv.BlockExchange;
import dev.sigma.engine.kv.BlockGeometry;
import dev.sigma.engine.kv.BlockHash;
import dev.sigma.engine.kv.BlockPool;
import dev.sigma.engine.kv.BlockTable;
import dev.sigma.engine.kv.PrefixIndex;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.StepPlan;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;

/**
 * Requests that wait for K/V that another worker may have computed. A request comes here before it
 * comes to the scheduler: what the local index lacks of its prompt is asked for, and what arrives
 * in time is put into the pool and the index, where admission finds it. The others go on meanwhile.
 *
 * <p>Nobody waits longer than computing would take: that is the patience of a fetch. Of requests
 * that lack the same value only the first asks for it. What arrives is copied in a few blocks a
 * turn, between the steps of the others.
 *
 * <p>Touched by the engine thread only, but for arrivals, which any thread may add.
 */
final class PrefixFetches {

  /** Blocks copied to the device in one turn. */
  private static final int BLOCKS_PER_TURN = 32;

  private final ModelRunner runner;
  private final BlockPool pool;
  private final PrefixIndex index;
  private final BlockExchange exchange;
  private final BlockGeometry geometry;
  private final IntToLongFunction nanosToCompute;
  private final Runnable wake;
  private final int[] run;

  private final Map<BlockHash, Fetch> underWay = new HashMap<>();
  private final Queue<Fetch> arrivals = new ConcurrentLinkedQueue<>();
  private final Deque<Fetch> importing = new ArrayDeque<>();
  private int waiting;

  /**
   * @param nanosToCompute how long so many tokens of a prompt take here
   * @param wake called on any thread when something has arrived
   */
  PrefixFetches(
      ModelRunner runner,
      BlockPool pool,
      PrefixIndex index,
      BlockExchange exchange,
      BlockGeometry geometry,
      IntToLongFunction nanosToCompute,
      Runnable wake) {
    this.runner = runner;
    this.pool = pool;
    this.index = index;
    this.exchange = exchange;
    this.geometry = geometry;
    this.nanosToCompute = nanosToCompute;
    this.wake = wake;
    run = new int[runner.limits().blocksPerSequence()];
  }

  /** One question to the exchange, and who waits for its answer: the first of them asked. */
  private static final class Fetch {

    private final Sequence leader;
    private final int from;
    private final List<BlockHash> keys;
    private final List<Sequence> sequences = new ArrayList<>();
    private volatile List<ByteBuffer> values = List.of();
    private int copied;

    Fetch(Sequence leader, int from, List<BlockHash> keys) {
      this.leader = leader;
      this.from = from;
      this.keys = keys;
      sequences.add(leader);
    }
  }

  /** Requests that wait here. */
  int waiting() {
    return waiting;
  }

  /** Whether {@link #turn} has something to do. */
  boolean arrived() {
    return !arrivals.isEmpty() || !importing.isEmpty();
  }

  /** Takes a new request; it goes to {@code ready} now or later, in {@link #turn}. */
  void add(Sequence sequence, Consumer<Sequence> ready) {
    int group = geometry.blocksPerValue();
    int from = sequence.cachedRun(index, run) / group * group;
    int values = (sequence.reusable() - from) / group;
    if (values == 0 || !exchange.available()) {
      ready.accept(sequence);
      return;
    }
    List<BlockHash> keys = new ArrayList<>(values);
    for (int i = 1; i <= values; i++) {
      keys.add(sequence.hash(from + i * group - 1));
    }
    waiting++;
    Fetch same = underWay.get(keys.getFirst());
    if (same != null) {
      same.sequences.add(sequence);
      return;
    }
    Fetch fetch = new Fetch(sequence, from, keys);
    underWay.put(keys.getFirst(), fetch);
    exchange.fetch(
        sequence.request().tenant(),
        keys,
        Duration.ofNanos(nanosToCompute.applyAsLong(values * group * StepPlan.BLOCK_TOKENS)),
        arrived -> {
          fetch.values = arrived;
          arrivals.add(fetch);
          wake.run();
        });
  }

  /** Copies some of what arrived; whom it completes goes to {@code ready}. */
  void turn(Consumer<Sequence> ready) {
    for (Fetch fetch = arrivals.poll(); fetch != null; fetch = arrivals.poll()) {
      importing.add(fetch);
    }
    Fetch fetch = importing.peek();
    if (fetch == null || (!fetch.sequences.isEmpty() && moreAfterCopying(fetch))) {
      return;
    }
    importing.remove();
    underWay.remove(fetch.keys.getFirst());
    waiting -= fetch.sequences.size();
    fetch.leader.fetched(fetch.from, fetch.from + fetch.copied);
    for (Sequence sequence : fetch.sequences) {
      if (sequence == fetch.leader || !asksForMore(sequence, fetch)) {
        ready.accept(sequence);
      } else {
        add(sequence, ready);
      }
    }
  }

  /** Takes out all that {@code wanted} accepts. */
  List<Sequence> removeIf(Predicate<Sequence> wanted) {
    List<Sequence> removed = new ArrayList<>();
    for (Fetch fetch : underWay.values()) {
      fetch.sequences.removeIf(sequence -> wanted.test(sequence) && removed.add(sequence));
    }
    waiting -= removed.size();
    return removed;
  }

  /** Whether a value that this sequence lacks is none that {@code fetch} has asked for in vain. */
  private boolean asksForMore(Sequence sequence, Fetch fetch) {
    int group = geometry.blocksPerValue();
    int i = 0;
    int last = fetch.from + group - 1;
    while (i < fetch.keys.size()
        && last < sequence.reusable()
        && fetch.keys.get(i).equals(sequence.hash(last))) {
      i++;
      last += group;
    }
    return i <= fetch.values.size() && last < sequence.reusable();
  }

  /**
   * Puts up to {@link #BLOCKS_PER_TURN} blocks into pool and index, cached like those of a request
   * that has ended: tail first, so that a tail is evicted before its head.
   */
  private boolean moreAfterCopying(Fetch fetch) {
    int total = fetch.values.size() * geometry.blocksPerValue();
    int known = fetch.leader.cachedRun(index, run);
    if (known < fetch.from + fetch.copied || fetch.copied == total) {
      return false; // what the rest builds on has been handed out meanwhile, or all is there
    }
    BlockTable held = new BlockTable(pool, run.length);
    for (int i = 0; i < known; i++) {
      held.appendShared(run[i]);
    }
    int end = fetch.from + Math.min(total, fetch.copied + BLOCKS_PER_TURN);
    int at = known;
    for (; at < end && pool.available() > 0; at++) {
      held.appendNew();
      int own = held.blocks()[at];
      copy(fetch, at, own);
      int block = index.seal(fetch.leader.hash(at), own);
      if (block != own) {
        held.replace(at, block);
      }
    }
    held.release();
    fetch.copied = Math.max(at, Math.min(known, end)) - fetch.from;
    return at == end && fetch.copied < total;
  }

  private void copy(Fetch fetch, int index, int block) {
    int offset = index - fetch.from;
    ByteBuffer value = fetch.values.get(offset / geometry.blocksPerValue());
    int at = offset % geometry.blocksPerValue() * geometry.blockBytes();
    runner.writeBlock(
        block,
        value.slice(at, geometry.keyBytes()),
        value.slice(at + geometry.keyBytes(), geometry.valueBytes()));
  }
}
