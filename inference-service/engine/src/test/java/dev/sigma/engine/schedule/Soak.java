package dev.sigma.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.engine.kv.BlockGeometry;
import dev.sigma.engine.kv.TenantSalts;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.StepPlan;
import dev.sigma.engine.sampling.SamplingParameters;
import dev.sigma.engine.schedule.Asked.End;
import dev.sigma.engine.schedule.GenerationListener.FinishReason;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Clients that send an engine loop more than it takes, in bursts: many tenants, lengths, stop
 * strings and candidates; they leave at once, at a token, at a deadline; their listeners throw;
 * steps fail, logits are spoilt, shared K/V comes late or not at all. In ten rounds; after each
 * nothing may be left: no block, no request, no memory. Every answer is checked.
 */
final class Soak {

  private static final int ROUNDS = 10;
  private static final int CLIENTS = 3;
  private static final int QUEUE_LIMIT = 40;
  private static final int MOST_DEADLINE_MICROS = 20_000;
  private static final int SECONDS_WITHOUT_AN_END = 60;

  /** Of so many requests one is watched: whether it is garbage once it has ended. */
  private static final int ONE_WATCHED_IN = 20;

  /** What the heap may differ by between two rounds: nothing that grows with requests. */
  private static final long HEAP_MARGIN = 2L << 20;

  private final FaultyRunner runner;
  private final LetterTokenizer tokenizer;
  private final Supplier<SoakRequests> requests;
  private final long seed;
  private final EngineLoop loop;
  private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1);
  private final ConcurrentLinkedQueue<String> violations = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<WeakReference<Asked>> watched = new ConcurrentLinkedQueue<>();
  private final Map<End, LongAdder> ends = new EnumMap<>(End.class);
  private final LongAdder refused = new LongAdder();
  private final LongAdder misfits = new LongAdder();

  /**
   * @param runner taken over
   * @param oneIn of so many steps one throws, and one has bad logits
   * @param requests made once for each client
   */
  Soak(ModelRunner runner, int oneIn, Supplier<SoakRequests> requests, long seed) {
    this.runner = new FaultyRunner(runner, oneIn, seed);
    this.requests = requests;
    this.seed = seed;
    tokenizer = new LetterTokenizer(runner.config().vocabulary());
    for (End end : End.values()) {
      ends.put(end, new LongAdder());
    }
    loop =
        new EngineLoop(
            this.runner,
            tokenizer,
            new BlockGeometry(new byte[32], runner.keyBlockBytes(), runner.valueBlockBytes(), 1),
            new ForgetfulExchange(seed),
            new TenantSalts(new byte[32]),
            QUEUE_LIMIT,
            runner.limits().sequences());
  }

  /** Sends {@code count} requests; says in one line what happened. */
  String run(int count) throws Exception {
    long start = System.nanoTime();
    long[] heap = new long[ROUNDS];
    try (loop;
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      for (int round = 0; round < ROUNDS; round++) {
        round(clients, round, count / ROUNDS);
        heap[round] = assertNothingIsLeft();
      }
      assertEveryKindHappened(count);
      assertThat(heap[ROUNDS - 1])
          .as("heap after the last round, after the first: %d", heap[0])
          .isLessThan(heap[0] + HEAP_MARGIN);
      assertAllBlocksServe();
      assertDrains();
    } finally {
      deadlines.shutdownNow();
    }
    LoopStatistics end = loop.statistics();
    return "soak: %d requests in %d s, %s, %d refused, %d misfits; %d steps, %d failed; %d tokens, %d preemptions; of %d prompt tokens %d cached, %d from elsewhere; heap %.1f to %.1f MiB"
        .formatted(
            count,
            TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
            ends,
            refused.sum(),
            misfits.sum(),
            end.steps(),
            runner.failedSteps(),
            end.completionTokens(),
            end.preemptions(),
            end.promptTokens(),
            end.cachedTokens(),
            end.remoteTokens(),
            heap[0] / 1048576.0,
            heap[ROUNDS - 1] / 1048576.0);
  }

  private void round(ExecutorService clients, int round, int count) throws Exception {
    AtomicInteger left = new AtomicInteger(count);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      Random random = new Random(seed + 1_000L * round + i);
      running.add(clients.submit(() -> new Client(random, left).call()));
    }
    for (Future<?> client : running) {
      client.get();
    }
    while (!deadlines.getQueue().isEmpty()) {
      Thread.sleep(1);
    }
  }

  /** Sends requests in bursts, and checks each that ended. */
  private final class Client {

    private final Random random;
    private final AtomicInteger left;
    private final SoakRequests drawn = requests.get();
    private final BlockingQueue<Asked> ended = new LinkedBlockingQueue<>();
    private int outstanding;

    Client(Random random, AtomicInteger left) {
      this.random = random;
      this.left = left;
    }

    Void call() throws InterruptedException {
      while (left.get() > 0) {
        for (int burst = random.nextInt(random.nextInt(8) == 0 ? 80 : 8); burst >= 0; burst--) {
          submitCandidates();
        }
        collect(random.nextInt(20));
      }
      collect(0);
      return null;
    }

    private void submitCandidates() throws InterruptedException {
      if (random.nextInt(100) == 0) {
        submitNonsense();
      }
      boolean leaves = random.nextInt(20) == 0;
      boolean hasDeadline = random.nextInt(10) == 0;
      for (GenerationRequest request : drawn.draw(random)) {
        if (left.getAndUpdate(n -> Math.max(0, n - 1)) == 0) {
          return;
        }
        Asked asked =
            new Asked(
                request,
                random.nextInt(20) == 0 ? 1 + random.nextInt(20) : Asked.NEVER,
                random.nextInt(50) == 0 ? 1 + random.nextInt(20) : Asked.NEVER,
                ended::add,
                violations::add);
        if (!submit(asked)) {
          left.incrementAndGet();
          collect(Math.max(0, outstanding - 1));
          return;
        }
        outstanding++;
        if (random.nextInt(ONE_WATCHED_IN) == 0) {
          watched.add(new WeakReference<>(asked));
        }
        if (leaves) {
          asked.cancel();
        } else if (hasDeadline) {
          var _ =
              deadlines.schedule(
                  asked::cancel, random.nextInt(MOST_DEADLINE_MICROS), TimeUnit.MICROSECONDS);
        }
      }
    }

    private boolean submit(Asked asked) {
      try {
        asked.submit(loop);
        return true;
      } catch (QueueFullException e) {
        refused.increment();
        return false;
      }
    }

    private void submitNonsense() {
      Asked asked =
          new Asked(
              new GenerationRequest(
                  "tenant-0", new int[] {-1}, 1, SamplingParameters.GREEDY, List.of(), 0),
              Asked.NEVER,
              Asked.NEVER,
              ended::add,
              violations::add);
      try {
        asked.submit(loop);
        violations.add("served a prompt of token -1");
      } catch (IllegalArgumentException e) {
        misfits.increment();
      }
    }

    /** Waits until at most {@code most} are under way. */
    private void collect(int most) throws InterruptedException {
      while (outstanding > most) {
        Asked asked = ended.poll(SECONDS_WITHOUT_AN_END, TimeUnit.SECONDS);
        if (asked == null) {
          throw new AssertionError(
              "%d of %d never ended; %s".formatted(outstanding, outstanding, loop.statistics()));
        }
        outstanding--;
        endedAs(asked.outcome()).increment();
        asked.misfit(tokenizer).ifPresent(violations::add);
        Optional<String> fault = drawn.fault(asked.request(), asked.tokens());
        fault.ifPresent(text -> violations.add(text + " of " + asked.request()));
      }
    }
  }

  private LongAdder endedAs(End end) {
    return Objects.requireNonNull(ends.get(end));
  }

  /** After a round, and how much heap there is in use then. */
  private long assertNothingIsLeft() throws InterruptedException {
    assertThat(violations)
        .as("of %d requests", ends.values().stream().mapToLong(LongAdder::sum).sum())
        .isEmpty();
    LoopStatistics now = loop.statistics();
    assertThat(now.failure()).isEmpty();
    assertThat(now.waiting() + now.running()).as("requests left").isZero();
    assertThat(now.blocksInUse()).as("leaked blocks").isZero();
    for (int i = 0; i < 20 && !allGone(); i++) {
      Thread.sleep(20);
    }
    assertThat(allGone()).as("requests that ended are garbage").isTrue();
    watched.clear();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private boolean allGone() {
    System.gc();
    return watched.stream().allMatch(asked -> asked.get() == null);
  }

  private void assertEveryKindHappened(int count) {
    LoopStatistics end = loop.statistics();
    assertThat(ends.values()).as("%s", ends).allMatch(kind -> kind.sum() > 0);
    assertThat(ends.values().stream().mapToLong(LongAdder::sum).sum()).isEqualTo(count);
    assertThat(endedAs(End.LOST_STEP).sum()).isEqualTo(runner.lostSequences());
    assertThat(endedAs(End.LOST_LOGITS).sum()).isEqualTo(runner.spoiltRows());
    assertThat(refused.sum()).as("refused").isPositive();
    assertThat(misfits.sum()).as("requests that cannot be served").isPositive();
    assertThat(end.preemptions()).as("preemptions").isPositive();
    assertThat(end.cachedTokens()).as("prefix hits").isPositive();
    assertThat(end.remoteTokens()).as("prefixes from elsewhere").isPositive();
  }

  /** A request that takes every block there is. */
  private void assertAllBlocksServe() throws InterruptedException {
    int most =
        Math.min(runner.blocks(), runner.limits().blocksPerSequence()) * StepPlan.BLOCK_TOKENS;
    int[] prompt = IntStream.generate(() -> 1).limit(most - 1).toArray();
    FinishReason reason = null;
    for (int i = 0; i < 20 && reason == null; i++) { // a step of it may fail
      Recorder recorder = new Recorder();
      loop.submit(
          new GenerationRequest("all", prompt, 1, SamplingParameters.GREEDY, List.of(), 0),
          recorder);
      reason = recorder.await().reason();
    }
    assertThat(reason).isNotNull();
  }

  private void assertDrains() throws InterruptedException {
    Random random = new Random(seed);
    SoakRequests drawn = requests.get();
    List<Recorder> last = new ArrayList<>();
    while (last.size() < QUEUE_LIMIT) {
      last.add(new Recorder());
      loop.submit(drawn.draw(random).getFirst(), last.getLast());
    }
    loop.drain(Duration.ofMillis(1));
    assertThat(last).allMatch(Recorder::endedOnce);
    assertThat(loop.statistics().blocksInUse()).isZero();
  }
}
