package dev.sigma.benchmarks.jmh;

import dev.sigma.engine.schedule.LatinTokenizer;
import dev.sigma.engine.text.IncrementalDetokenizer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A token's text as it comes; some tokens end inside a character. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TextBenchmark {

  private final LatinTokenizer tokenizer = new LatinTokenizer();
  private final IncrementalDetokenizer detokenizer = new IncrementalDetokenizer(tokenizer);
  private int id;

  @Benchmark
  public String detokenise() {
    id = (id + 1) % tokenizer.vocabularySize();
    return detokenizer.push(id);
  }
}
