package dev.sigma.engine.schedule;

import dev.sigma.engine.kv.BlockPool;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.StepPlan;
import dev.sigma.engine.runner.StepPlan.Logits;
import dev.sigma.engine.sampling.NonFiniteLogitsException;
import dev.sigma.engine.sampling.Sampler;
import dev.sigma.engine.text.Tokenizer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One step after another: plan, run, draw, tell. Sampling is done here on the host from the rows of
 * logits alone. Plan, logits and scratch are made once. Single-threaded.
 */
final class StepExecutor {

  private static final Logger log = LoggerFactory.getLogger(StepExecutor.class);

  /** Until the first prefill has been measured: 1,000 tokens a second. */
  private static final double GUESSED_NANOS_PER_ROW = 1e6;

  /** Smaller steps say little about prefill. */
  private static final int PREFILL_ROWS = 16;

  private final ModelRunner runner;
  private final Scheduler scheduler;
  private final BlockPool pool;
  private final int vocabulary;
  private final StepPlan plan;
  private final FloatBuffer logits;
  private final Sampler sampler;
  private final List<Sequence> ended = new ArrayList<>();
  private final double[] logNormalisers;
  private boolean summarised;
  private long steps;
  private long completionTokens;

  /** Of a row in steps that are mostly prefill, smoothed. */
  private double nanosPerRow = GUESSED_NANOS_PER_ROW;

  StepExecutor(ModelRunner runner, Tokenizer tokenizer, Scheduler scheduler, BlockPool pool) {
    this.runner = runner;
    this.scheduler = scheduler;
    this.pool = pool;
    vocabulary = runner.config().vocabulary();
    plan = new StepPlan(runner.limits());
    int rows = scheduler.mostRunning();
    logits =
        ByteBuffer.allocateDirect(
                Math.multiplyExact(Math.multiplyExact(rows, vocabulary), Float.BYTES))
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    logNormalisers = new double[rows];
    sampler = new Sampler(vocabulary, Math.min(vocabulary, tokenizer.vocabularySize()));
  }

  long steps() {
    return steps;
  }

  long completionTokens() {
    return completionTokens;
  }

  /** How long {@code tokens} of a prompt take, going by the newest steps. */
  long nanosToCompute(int tokens) {
    return (long) (tokens * nanosPerRow);
  }

  /** Plans the next step; false: there is nothing to run. */
  boolean plan() {
    scheduler.plan(plan);
    return !plan.isEmpty();
  }

  /**
   * Runs the planned step and tells of drawn tokens.
   *
   * @throws RuntimeException when the runner is broken, or for a defect
   */
  void run() {
    long began = System.nanoTime();
    try {
      runner.run(plan, logits);
    } catch (RuntimeException e) {
      loseStep(e);
      probe();
      return;
    }
    steps++;
    scheduler.ran(plan, System.nanoTime() - began);
    if (plan.rows() >= PREFILL_ROWS) {
      nanosPerRow += 0.25 * ((double) (System.nanoTime() - began) / plan.rows() - nanosPerRow);
    }
    summarised = runner.logNormalisers(logNormalisers);
    int row = 0;
    List<Sequence> running = scheduler.running();
    for (int i = 0; i < running.size(); i++) {
      Sequence sequence = running.get(i);
      if (sequence.planned() == 0) {
        continue;
      }
      scheduler.ran(sequence);
      if (sequence.computed() == sequence.length()) {
        draw(sequence, row++);
      }
    }
    for (int i = 0; i < ended.size(); i++) {
      scheduler.end(ended.get(i));
    }
  }

  /** Tells the listeners whose generations ended in the newest step; their blocks are back. */
  void tellEnded() {
    for (int i = 0; i < ended.size(); i++) {
      ended.get(i).answer().close(ended.get(i).usage());
    }
    ended.clear();
  }

  private void draw(Sequence sequence, int row) {
    GenerationRequest request = sequence.request();
    try {
      double logNormaliser =
          summarised ? logNormalisers[row] : sampler.logNormaliser(logits, row * vocabulary);
      sampler.draw(
          logits,
          row * vocabulary,
          logNormaliser,
          request.sampling(),
          sequence.length(),
          sequence.tokens(),
          sequence.promptLength(),
          sequence.length(),
          request.topLogProbabilities());
    } catch (NonFiniteLogitsException e) {
      log.warn("A sequence of {} tokens is lost: {}", sequence.length(), e.getMessage());
      scheduler.distrust(sequence);
      sequence.answer().lose(e);
      ended.add(sequence);
      return;
    }
    completionTokens++;
    sequence.append(sampler.id());
    sequence.answer().accept(sampler);
    if (sequence.answer().ended()) {
      ended.add(sequence);
    }
  }

  private void loseStep(RuntimeException cause) {
    log.error("A step of {} rows failed; its generations are lost", plan.rows(), cause);
    for (Sequence sequence : scheduler.removeIf(sequence -> sequence.planned() > 0)) {
      sequence.answer().lose(cause);
      ended.add(sequence);
    }
  }

  /** Runs one token; what it throws says that the runner is broken. */
  private void probe() {
    int[] block = {pool.allocate()};
    try {
      plan.clear();
      plan.add(new int[] {0}, 0, 1, 0, block, 1, Logits.LAST);
      runner.run(plan, logits);
    } finally {
      pool.release(block[0]);
    }
  }
}
