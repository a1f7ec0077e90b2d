package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.runner.KeyValueFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One layer's attention, whose kernel both families share, with the launch and the wait for it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AttentionBenchmark {

  /** Rows, and positions that the last of them sees. */
  @Param({"1:512", "1:4096", "512:512"})
  public String rowsAndContext = "";

  /** How K and V are kept. */
  @Param({"F32", "INT8"})
  public KeyValueFormat pages = KeyValueFormat.F32;

  private KernelBench bench;
  private Attention attention;
  private int rows;

  @Setup(Level.Trial)
  public void open() {
    String[] parts = rowsAndContext.split(":", -1);
    rows = Integer.parseInt(parts[0]);
    bench = KernelBench.open("portable", pages);
    bench.rows(rows, Integer.parseInt(parts[1]) - rows);
    AttentionShape shape = KernelBench.SHAPE;
    DeviceBuffer out = bench.device().buffer("out", 4L * rows * shape.outputWidth());
    attention =
        Attention.of(
            bench.kernels(),
            shape,
            Optional.empty(),
            bench.step(),
            bench.floats(rows * shape.queryWidth()),
            shape.queryWidth(),
            bench.pages(pages.keyBlockBytes(shape)),
            bench.pages(pages.valueBlockBytes(shape)),
            out);
    attention.launch(rows);
    bench.device().finish();
  }

  @Benchmark
  public void attention() {
    attention.launch(rows);
    bench.device().finish();
  }

  @TearDown(Level.Trial)
  public void close() {
    bench.close();
  }
}
