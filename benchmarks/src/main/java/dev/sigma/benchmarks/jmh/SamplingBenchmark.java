package dev.sigma.benchmarks.jmh;

import dev.sigma.engine.sampling.Sampler;
import dev.sigma.engine.sampling.SamplingParameters;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A draw from 16,384 logits whose sum of exponentials is known, as the device gives it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SamplingBenchmark {

  private static final int VOCABULARY = 16_384;
  private static final int[] NOTHING = {};
  private static final SamplingParameters TEMPERATURE_TOP_P =
      new SamplingParameters(0.7f, 0, 0.95f, 0, 0, 0, 1);

  /** Standard deviation of the logits: with 1 top-p keeps thousands, with 4 some hundreds. */
  @Param({"1", "4"})
  public float deviation;

  private final Sampler sampler = new Sampler(VOCABULARY, VOCABULARY);
  private final FloatBuffer logits =
      ByteBuffer.allocateDirect(Float.BYTES * VOCABULARY)
          .order(ByteOrder.nativeOrder())
          .asFloatBuffer();
  private double logNormaliser;
  private int position;

  @Setup
  public void fill() {
    Random random = new Random(1);
    for (int i = 0; i < VOCABULARY; i++) {
      logits.put(i, (float) (deviation * random.nextGaussian()));
    }
    logNormaliser = sampler.logNormaliser(logits, 0);
  }

  @Benchmark
  public int greedy() {
    return draw(SamplingParameters.GREEDY);
  }

  @Benchmark
  public int temperatureTopP() {
    return draw(TEMPERATURE_TOP_P);
  }

  private int draw(SamplingParameters parameters) {
    sampler.draw(logits, 0, logNormaliser, parameters, position++, NOTHING, 0, 0, 0);
    return sampler.id();
  }
}
