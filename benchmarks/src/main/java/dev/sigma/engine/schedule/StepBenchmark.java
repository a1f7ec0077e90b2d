package dev.sigma.engine.schedule;

import dev.sigma.engine.sampling.SamplingParameters;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** All that Java does in a step of 16 sequences, on a runner that answers at once. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StepBenchmark {

  private static final int TOKENS = 1024;

  private Batch batch;
  private StepExecutor executor;

  @Setup(Level.Trial)
  public void start() {
    batch = new Batch();
    executor = new StepExecutor(batch.runner, batch.tokenizer, batch.scheduler, batch.pool);
  }

  /** New sequences take the place of those that have ended, once in 1,024 steps. */
  @Benchmark
  public void step16() {
    if (batch.scheduler.idle()) {
      batch.addStreams(TOKENS, SamplingParameters.GREEDY);
    }
    if (executor.plan()) {
      executor.run();
    }
    executor.tellEnded();
  }
}
