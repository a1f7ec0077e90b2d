package dev.sigma.engine.schedule;

import dev.sigma.engine.kv.BlockExchange;
import dev.sigma.engine.kv.BlockGeometry;
import dev.sigma.engine.kv.BlockPool;
import dev.sigma.engine.kv.HashChain;
import dev.sigma.engine.kv.PrefixIndex;
import dev.sigma.engine.kv.TenantSalts;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.text.Tokenizer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine thread: takes submitted requests, runs steps while there is work, sleeps while there
 * is none. Runner, scheduler, pools and listeners are touched by this one thread only; other
 * threads reach it through an inbox, a flag to look for cancelled sequences and a flag to stop, all
 * under one lock that is never held while a step runs or a listener is called.
 *
 * <p><b>Failures.</b> A listener that throws loses its own generation. Logits that are not finite
 * cost the sequence that they belong to. A step that throws costs the sequences in it; then one
 * token is run as a probe, and if that fails too the runner is taken to be broken: every generation
 * fails, later ones are refused, {@link #statistics} says why. The same happens for any defect
 * here, so the thread never dies silently.
 */
public final class EngineLoop implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EngineLoop.class);

  private final Tokenizer tokenizer;
  private final byte[] epoch;
  private final TenantSalts salts;
  private final int queueLimit;
  private final RequestLimits limits;
  private final BlockPool pool;
  private final Scheduler scheduler;
  private final StepExecutor executor;
  private final ModelRunner runner;
  private final BlockExchange exchange;
  private final PrefixFetches fetches;
  private final Thread thread;

  /** Just taken out of the inbox; the engine thread's. */
  private final List<Sequence> taken = new ArrayList<>();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition rest = lock.newCondition();

  // guarded by lock
  private final Queue<Sequence> inbox = new ArrayDeque<>();

  /** Those of whom the loop has taken out of the inbox and that no step has had yet. */
  private int schedulerWaiting;

  private boolean resting;
  private boolean draining;
  private boolean closing;
  private boolean cancelAll;
  private boolean cancelSome;
  private LoopStatistics statistics;

  /**
   * Starts the thread, which owns {@code runner} and {@code exchange} from then on and closes them
   * in the end.
   *
   * @param geometry of values that leave and arrive; the hash chains start from its epoch
   * @param exchange where they go to and come from
   * @param queueLimit requests that may wait
   * @param mostRunning sequences in the running batch at most
   */
  public EngineLoop(
      ModelRunner runner,
      Tokenizer tokenizer,
      BlockGeometry geometry,
      BlockExchange exchange,
      TenantSalts salts,
      int queueLimit,
      int mostRunning) {
    if (queueLimit < 1 || mostRunning < 1) {
      throw new IllegalArgumentException(
          "queueLimit %d, mostRunning %d (expected: both >= 1)".formatted(queueLimit, mostRunning));
    }
    this.runner = runner;
    this.tokenizer = tokenizer;
    this.exchange = exchange;
    epoch = geometry.epoch();
    this.salts = salts;
    this.queueLimit = queueLimit;
    limits = RequestLimits.of(runner);
    pool = new BlockPool(runner.blocks());
    PrefixIndex index = new PrefixIndex(pool);
    WriteBehind writeBehind = new WriteBehind(runner, exchange, geometry);
    scheduler = new Scheduler(pool, index, runner.limits(), writeBehind, mostRunning);
    executor = new StepExecutor(runner, tokenizer, scheduler, pool);
    fetches =
        new PrefixFetches(
            runner, pool, index, exchange, geometry, executor::nanosToCompute, this::wake);
    statistics = snapshot("");
    thread = Thread.ofPlatform().name("sigma-engine").daemon(true).unstarted(this::loop);
    thread.start();
  }

  /**
   * Queues a generation; see {@link dev.sigma.engine.Engine#submit}.
   *
   * @throws QueueFullException when as many wait as may
   * @throws IllegalArgumentException when the request does not fit
   * @throws IllegalStateException when it is draining, closed or has failed
   */
  public Generation submit(GenerationRequest request, GenerationListener listener) {
    limits.check(request);
    refuseUnlessOpen();
    // hashing a long prompt is the caller's work, not the engine thread's
    Sequence sequence =
        new Sequence(
            request,
            new Answer(request, listener, tokenizer),
            new HashChain(epoch, salts.of(request.tenant())),
            pool);
    lock.lock();
    try {
      refuseUnlessOpen();
      int waiting = inbox.size() + schedulerWaiting;
      if (waiting >= queueLimit) {
        throw new QueueFullException(waiting);
      }
      inbox.add(sequence);
      work.signal();
    } finally {
      lock.unlock();
    }
    return () -> cancel(sequence);
  }

  /** How it is doing. */
  public LoopStatistics statistics() {
    lock.lock();
    try {
      return statistics.withMoreWaiting(inbox.size());
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more requests, waits for those under way, then cancels what is left. */
  public void drain(Duration patience) throws InterruptedException {
    refuseOnOwnThread("drain");
    lock.lockInterruptibly();
    try {
      draining = true;
      long nanos = TimeUnit.NANOSECONDS.convert(patience);
      while (!atRest() && nanos > 0) {
        nanos = rest.awaitNanos(nanos);
      }
      if (!atRest()) {
        cancelAll = true;
        work.signal();
      }
      while (!atRest()) {
        rest.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Cancels everything, ends the thread and closes the runner. */
  @Override
  public void close() {
    refuseOnOwnThread("close");
    lock.lock();
    try {
      draining = true;
      closing = true;
      work.signal();
    } finally {
      lock.unlock();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true; // the runner must be closed first, and a step is short
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void refuseOnOwnThread(String what) {
    if (Thread.currentThread() == thread) {
      throw new IllegalStateException(
          what + " by a listener (expected: by another thread, since it waits for this one)");
    }
  }

  private void refuseUnlessOpen() {
    lock.lock();
    try {
      if (!statistics.failure().isEmpty()) {
        throw new IllegalStateException("the engine has failed: " + statistics.failure());
      }
      if (draining) {
        throw new IllegalStateException("the engine is shutting down and takes no more requests");
      }
    } finally {
      lock.unlock();
    }
  }

  private void cancel(Sequence sequence) {
    sequence.cancel();
    lock.lock();
    try {
      cancelSome = true;
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  private void wake() {
    lock.lock();
    try {
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  private boolean atRest() {
    return !thread.isAlive() || (resting && inbox.isEmpty());
  }

  private void loop() {
    try {
      while (awaitWork()) {
        fetches.turn(scheduler::add);
        if (executor.plan()) {
          publish(); // what the step took in no longer waits
          executor.run();
        }
        publish(); // first, so that who hears of the end finds it in the statistics
        executor.tellEnded();
      }
      cancel(sequence -> true);
    } catch (Throwable e) {
      fail(e);
    } finally {
      try {
        exchange.close();
        runner.close();
      } catch (RuntimeException e) {
        log.warn("The runner could not be closed", e);
      }
      retire();
    }
  }

  /** Sleeps until there is something to do; false: the loop is to end. */
  private boolean awaitWork() {
    boolean end;
    boolean all;
    boolean some;
    lock.lock();
    try {
      while (nothingToDo()) {
        if (fetches.waiting() == 0) {
          resting = true;
          cancelAll = false;
          cancelSome = false;
          rest.signalAll();
        }
        work.awaitUninterruptibly();
      }
      resting = false;
      taken.addAll(inbox);
      inbox.clear();
      schedulerWaiting += taken.size();
      end = closing;
      all = cancelAll || end;
      some = cancelSome;
      cancelAll = false;
      cancelSome = false;
    } finally {
      lock.unlock();
    }
    for (int i = 0; i < taken.size(); i++) {
      fetches.add(taken.get(i), scheduler::add);
    }
    taken.clear();
    if (all || some) {
      cancel(sequence -> all || sequence.cancelled());
    }
    return !end;
  }

  private boolean nothingToDo() {
    return inbox.isEmpty()
        && scheduler.idle()
        && !fetches.arrived()
        && !closing
        && !(fetches.waiting() > 0 && (cancelAll || cancelSome));
  }

  private void cancel(Predicate<Sequence> wanted) {
    List<Sequence> cancelled = removeIf(wanted);
    publish();
    for (Sequence sequence : cancelled) {
      sequence.answer().cancel(sequence.usage());
    }
  }

  private List<Sequence> removeIf(Predicate<Sequence> wanted) {
    List<Sequence> removed = scheduler.removeIf(wanted);
    removed.addAll(fetches.removeIf(wanted));
    return removed;
  }

  private void publish() {
    lock.lock();
    try {
      schedulerWaiting = scheduler.waiting() + fetches.waiting();
      statistics = snapshot("");
    } finally {
      lock.unlock();
    }
  }

  private void fail(Throwable cause) {
    log.error("The engine has failed and serves no more", cause);
    List<Sequence> left = new ArrayList<>();
    lock.lock();
    try {
      // nothing more enters the inbox once this is set, both happen under the lock
      statistics = snapshot(cause.toString());
      left.addAll(inbox);
      inbox.clear();
    } finally {
      lock.unlock();
    }
    left.addAll(taken);
    left.addAll(removeIf(sequence -> true));
    lock.lock();
    try {
      statistics = snapshot(cause.toString());
    } finally {
      lock.unlock();
    }
    executor.tellEnded(); // those of the step that failed know why themselves
    RuntimeException failure = new IllegalStateException("the engine has failed: " + cause, cause);
    for (Sequence sequence : left) {
      sequence.answer().fail(failure);
    }
  }

  /** Wakes those who wait for the loop to rest: it will not do anything any more. */
  private void retire() {
    lock.lock();
    try {
      resting = true;
      rest.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private LoopStatistics snapshot(String failure) {
    return new LoopStatistics(
        failure,
        scheduler.waiting() + scheduler.preempted() + fetches.waiting(),
        scheduler.running().size(),
        pool.blocks(),
        pool.inUse(),
        pool.cached(),
        executor.steps(),
        scheduler.promptTokens(),
        scheduler.cachedTokens(),
        scheduler.remoteTokens(),
        executor.completionTokens(),
        scheduler.preemptions());
  }
}
