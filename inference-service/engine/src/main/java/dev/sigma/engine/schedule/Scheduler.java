package dev.sigma.engine.schedule;

import dev.sigma.engine.kv.BlockPool;
import dev.sigma.engine.kv.PrefixIndex;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.runner.StepPlan;
import dev.sigma.engine.runner.StepPlan.Logits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Decides what each step runs: continuous batching as in Orca (Yu et al., OSDI 2022) with chunked
 * prefill as in Sarathi-Serve (Agrawal et al., OSDI 2024) over paged blocks as in vLLM (Kwon et
 * al., SOSP 2023).
 *
 * <p><b>A step.</b> Every running sequence that is decoding has one row in every step. What rows
 * are left go to prefill chunks, but while anything decodes only as many as {@link PrefillBudget}
 * allows, so that a long prompt slows the others' tokens a little instead of stopping them.
 * Sequences in prefill share those rows evenly, the rest going to the oldest, so that a short
 * prompt doesn't wait for all of a long one.
 *
 * <p><b>Admission.</b> A sequence is admitted when blocks for all its known tokens are available,
 * counting what the prefix index has, with one to spare for each running sequence. Preempted
 * sequences come before new ones. A request whose next block is just being computed by another
 * waits for it: candidates for one prompt compute the prompt once.
 *
 * <p><b>Preemption.</b> A decoding sequence that finds no block takes those of the youngest, by
 * order of first admission, which may be itself. The order never changes, so the oldest sequence
 * always gets on, and since any admissible sequence fits the pool alone, all of them end.
 *
 * <p>Single-threaded; a step of only decode rows allocates nothing.
 */
final class Scheduler {

  /** Rows of prefill that a sequence gets at least, where there are as many. */
  private static final int SMALLEST_CHUNK = StepPlan.BLOCK_TOKENS;

  private final BlockPool pool;
  private final PrefixIndex index;
  private final int rows;
  private final int mostRunning;
  private final WriteBehind writeBehind;
  private final WaitingQueue waiting = new WaitingQueue();
  private final PrefillBudget budget;

  /** By ticket: the oldest first. */
  private final List<Sequence> running = new ArrayList<>();

  private final List<Sequence> preempted = new ArrayList<>();
  private final int[] run;

  /** Rows of the planned step that decode. */
  private int decoding;

  private long tickets;
  private long preemptions;
  private long promptTokens;
  private long cachedTokens;
  private long remoteTokens;

  /**
   * @param writeBehind hears of blocks as they are computed
   * @param mostRunning sequences in the running batch at most; the limits may hold it lower
   */
  Scheduler(
      BlockPool pool,
      PrefixIndex index,
      StepLimits limits,
      WriteBehind writeBehind,
      int mostRunning) {
    this.pool = pool;
    this.index = index;
    this.writeBehind = writeBehind;
    rows = limits.rows();
    this.mostRunning =
        Math.min(
            Math.min(mostRunning, limits.rows()),
            Math.min(limits.sequences(), limits.logitsRows()));
    run = new int[limits.blocksPerSequence()];
    budget = new PrefillBudget(rows, this.mostRunning);
  }

  /** Sequences in the running batch at most, and so rows of logits in a step. */
  int mostRunning() {
    return mostRunning;
  }

  void add(Sequence sequence) {
    waiting.add(sequence);
  }

  boolean idle() {
    return running.isEmpty() && preempted.isEmpty() && waiting.size() == 0;
  }

  /** The running batch, oldest first; those with {@link Sequence#planned} rows are in the step. */
  List<Sequence> running() {
    return running;
  }

  /** Requests never admitted so far. */
  int waiting() {
    return waiting.size();
  }

  /** Sequences that lost their blocks and wait for new ones. */
  int preempted() {
    return preempted.size();
  }

  long preemptions() {
    return preemptions;
  }

  /** Prompt tokens of admitted requests. */
  long promptTokens() {
    return promptTokens;
  }

  /** Prompt tokens of admitted requests that the prefix index had. */
  long cachedTokens() {
    return cachedTokens;
  }

  /** Those of them that came from another worker. */
  long remoteTokens() {
    return remoteTokens;
  }

  /**
   * Fills {@code plan} with the next step, in the order of {@link #running}.
   *
   * @throws IllegalStateException when there is work but none of it fits: a defect
   */
  void plan(StepPlan plan) {
    plan.clear();
    secureDecodeBlocks();
    admit();
    decoding = 0;
    for (int i = 0; i < running.size(); i++) {
      Sequence sequence = running.get(i);
      sequence.plan(sequence.decoding() ? 1 : 0);
      decoding += sequence.planned();
    }
    if (decoding < running.size()) {
      planPrefill(decoding == 0 ? rows : Math.min(rows - decoding, budget.rows(decoding)));
    }
    for (int i = 0; i < running.size(); i++) {
      addTo(plan, running.get(i));
    }
    if (plan.isEmpty() && !idle()) {
      throw new IllegalStateException(
          "%d waiting, %d preempted, %d running and nothing to run, %d of %d blocks available"
              .formatted(
                  waiting.size(),
                  preempted.size(),
                  running.size(),
                  pool.available(),
                  pool.blocks()));
    }
  }

  /** Notes that the planned step took {@code nanos}. */
  void ran(StepPlan plan, long nanos) {
    budget.ran(decoding, plan.rows() - decoding, nanos);
  }

  /** Notes that {@code sequence}'s planned rows were run. */
  void ran(Sequence sequence) {
    sequence.advance(index, writeBehind);
  }

  /** Takes a sequence out of the running batch and gives its blocks back. */
  void end(Sequence sequence) {
    running.remove(sequence);
    sequence.release();
  }

  /** Takes a running sequence's blocks out of the prefix index: their K/V may be wrong. */
  void distrust(Sequence sequence) {
    sequence.forget(index);
  }

  /** Takes out all that {@code wanted} accepts, wherever they are. */
  List<Sequence> removeIf(Predicate<Sequence> wanted) {
    List<Sequence> removed = waiting.removeIf(wanted);
    preempted.removeIf(sequence -> wanted.test(sequence) && removed.add(sequence));
    running.removeIf(
        sequence -> {
          if (!wanted.test(sequence)) {
            return false;
          }
          sequence.release();
          return removed.add(sequence);
        });
    return removed;
  }

  /** Gives every decoding sequence the block that its next row is written to. */
  private void secureDecodeBlocks() {
    for (int i = 0; i < running.size(); i++) {
      Sequence sequence = running.get(i);
      while (sequence.table().capacity() < sequence.length()) {
        if (pool.available() > 0) {
          sequence.table().appendNew();
        } else if (preemptYoungest() == sequence) {
          break;
        }
      }
    }
  }

  private Sequence preemptYoungest() {
    Sequence youngest = running.removeLast();
    youngest.release();
    preempted.add(youngest);
    preempted.sort(Comparator.comparingLong(Sequence::ticket));
    preemptions++;
    return youngest;
  }

  private void admit() {
    while (running.size() < mostRunning && (waiting.size() > 0 || !preempted.isEmpty())) {
      Sequence next = preempted.isEmpty() ? waiting.first(this::isReady) : preempted.getFirst();
      if (next == null || !start(next)) {
        return;
      }
      if (next.admittedBefore()) {
        preempted.remove(next);
      } else {
        waiting.remove(next);
        next.admit(tickets++, next.computed());
        promptTokens += next.promptLength();
        cachedTokens += next.cachedTokens();
        remoteTokens += next.remoteTokens();
      }
      insert(next);
    }
  }

  /** Whether no running sequence is about to compute the block that it needs next. */
  private boolean isReady(Sequence sequence) {
    int cached = sequence.cachedRun(index, run);
    for (int i = 0; i < running.size(); i++) {
      if (sequence.awaits(running.get(i), cached)) {
        return false;
      }
    }
    return true;
  }

  private boolean start(Sequence sequence) {
    int shared = sequence.cachedRun(index, run);
    int needed = sequence.blocksNeeded() - shared + running.size();
    for (int i = 0; i < shared; i++) {
      if (pool.references(run[i]) == 0) {
        needed++; // available now, but not once this sequence holds it
      }
    }
    if (needed > pool.available()) {
      return false;
    }
    sequence.start(run, shared);
    return true;
  }

  private void insert(Sequence sequence) {
    int at = running.size();
    while (at > 0 && running.get(at - 1).ticket() > sequence.ticket()) {
      at--;
    }
    running.add(at, sequence);
  }

  private void planPrefill(int budget) {
    int inPrefill = 0;
    for (int i = 0; i < running.size(); i++) {
      inPrefill += running.get(i).decoding() ? 0 : 1;
    }
    int left = planChunks(budget, Math.max(SMALLEST_CHUNK, budget / inPrefill));
    planChunks(left, left);
  }

  /** Gives each sequence in prefill up to {@code most} more rows; returns what is left. */
  private int planChunks(int budget, int most) {
    int left = budget;
    for (int i = 0; i < running.size() && left > 0; i++) {
      Sequence sequence = running.get(i);
      if (!sequence.decoding()) {
        int wanted = sequence.length() - sequence.computed() - sequence.planned();
        int given = Math.min(wanted, Math.min(most, left));
        sequence.plan(sequence.planned() + given);
        left -= given;
      }
    }
    return left;
  }

  private static void addTo(StepPlan plan, Sequence sequence) {
    int count = sequence.planned();
    if (count == 0) {
      return;
    }
    int end = sequence.computed() + count;
    plan.add(
        sequence.tokens(),
        sequence.computed(),
        count,
        sequence.computed(),
        sequence.table().blocks(),
        sequence.table().size(),
        end == sequence.length() ? Logits.LAST : Logits.NONE);
  }
}
