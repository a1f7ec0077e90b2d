package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.model.WeightMatrix;
import dev.sigma.engine.model.WeightMatrix.Format;
import dev.sigma.engine.opencl.DeviceBuffer;
import java.util.Locale;
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

/**
 * The widest product of a layer, gate and up, over one row (decode) and over 512 (a prompt), with
 * the launch and the wait for it. The matrix is small enough for a core's caches.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProductBenchmark {

  @Param({"portable", "vnni"})
  public String family = "";

  @Param({"int8", "int4"})
  public String weights = "";

  @Param({"1", "512"})
  public int rows;

  private KernelBench bench;
  private Product product;

  @Setup(Level.Trial)
  public void open() {
    bench = KernelBench.open(family);
    bench.rows(rows, 0);
    Format format = Format.valueOf(weights.toUpperCase(Locale.ROOT));
    WeightMatrix gate = bench.matrix(KernelBench.FEED_FORWARD, KernelBench.HIDDEN, format);
    WeightMatrix up = bench.matrix(KernelBench.FEED_FORWARD, KernelBench.HIDDEN, format);
    PackedMatrix matrix = PackedMatrix.pair(bench.kernels(), gate, up);
    DeviceBuffer x = bench.floats(rows * KernelBench.HIDDEN);
    DeviceBuffer y = bench.device().buffer("y", 4L * rows * KernelBench.FEED_FORWARD);
    product = matrix.encoding().quads() ? integers(matrix, x, y) : floats(matrix, x, y);
    product.launch(rows);
    bench.device().finish();
  }

  private Product floats(PackedMatrix matrix, DeviceBuffer x, DeviceBuffer y) {
    return new Linear(
        bench.kernels(),
        matrix,
        bench.step(),
        StepBuffer.ROWS,
        x,
        KernelBench.HIDDEN,
        y,
        matrix.outputs(),
        Product.Epilogue.SILU_GATE);
  }

  private Product integers(PackedMatrix matrix, DeviceBuffer x, DeviceBuffer y) {
    RoundedRows rounded = RoundedRows.of(bench.device(), rows, KernelBench.HIDDEN);
    bench
        .kernels()
        .quantise()
        .with(x)
        .with(KernelBench.HIDDEN)
        .with(KernelBench.HIDDEN)
        .with(rounded.values())
        .with(rounded.groups())
        .launch(rows, 1);
    return new IntegerLinear(
        bench.kernels(),
        matrix,
        bench.step(),
        StepBuffer.ROWS,
        rounded,
        y,
        matrix.outputs(),
        Product.Epilogue.SILU_GATE);
  }

  @Benchmark
  public void gateAndUp() {
    product.launch(rows);
    bench.device().finish();
  }

  @TearDown(Level.Trial)
  public void close() {
    bench.close();
  }
}
