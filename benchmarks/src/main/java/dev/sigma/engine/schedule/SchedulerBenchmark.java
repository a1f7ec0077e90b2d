package dev.sigma.engine.schedule;

import dev.sigma.engine.runner.StepPlan;
import dev.sigma.engine.sampling.SamplingParameters;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Planning a step of 16 sequences, and requests that come and go beside them. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SchedulerBenchmark {

  private static final int TOKENS = 1024;

  /** 16 sequences that decode. */
  @State(Scope.Thread)
  public static class Decoding {

    final Batch batch = new Batch();

    @Setup(Level.Trial)
    public void start() {
      batch.addStreams(TOKENS, SamplingParameters.GREEDY);
      while (!batch.scheduler.running().stream().allMatch(Sequence::decoding)
          || batch.scheduler.waiting() > 0) {
        batch.step();
      }
    }
  }

  /** The same beside a prompt of 4,000 tokens. */
  @State(Scope.Thread)
  public static class BesidePrompt {

    final Batch batch = new Batch();

    @Setup(Level.Trial)
    public void start() {
      batch.addStreams(TOKENS, SamplingParameters.GREEDY);
      for (int i = 0; i < 8; i++) {
        batch.step();
      }
      batch.scheduler.add(batch.sequence(4000, 1, SamplingParameters.GREEDY));
      for (int i = 0; i < 8; i++) {
        batch.step();
      }
    }
  }

  @Benchmark
  public StepPlan plan16(Decoding state) {
    state.batch.scheduler.plan(state.batch.plan);
    return state.batch.plan;
  }

  @Benchmark
  public StepPlan plan16BesidePrompt(BesidePrompt state) {
    state.batch.scheduler.plan(state.batch.plan);
    return state.batch.plan;
  }

  /** A request of 512 tokens: hashed, admitted into a step, cancelled. */
  @Benchmark
  public List<Sequence> admitAndCancel(Decoding state) {
    Batch batch = state.batch;
    Sequence late = batch.sequence(512, TOKENS, SamplingParameters.GREEDY);
    batch.scheduler.add(late);
    batch.scheduler.plan(batch.plan);
    return batch.scheduler.removeIf(sequence -> sequence == late);
  }
}
