package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.Kernel;
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

/** What is done to rows between products, with the launch and the wait for it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RowBenchmark {

  private static final float EPSILON = 1e-5f;

  @Param({"1", "512"})
  public int rows;

  private KernelBench bench;
  private Kernel norm;
  private Kernel rounding;
  private Kernel normAndRounding;
  private Kernel ropeAndStore;

  @Setup(Level.Trial)
  public void open() {
    bench = KernelBench.open("portable"); // the compiler knows rounding without inline assembly
    bench.rows(rows, 0);
    int hidden = KernelBench.HIDDEN;
    DeviceBuffer x = bench.floats(rows * hidden);
    DeviceBuffer weight = bench.floats(hidden);
    DeviceBuffer normed = bench.device().buffer("normed", 4L * rows * hidden);
    RoundedRows rounded = RoundedRows.of(bench.device(), rows, hidden);
    Kernels kernels = bench.kernels();
    norm = kernels.norm().with(x).with(weight).with(EPSILON).with(hidden).with(normed);
    rounding = kernels.quantise().with(x).with(hidden).with(hidden);
    rounding.with(rounded.values()).with(rounded.groups());
    normAndRounding = kernels.normQuantise().with(x).with(weight).with(EPSILON).with(hidden);
    normAndRounding.with(rounded.values()).with(rounded.groups());
    ropeAndStore = ropeAndStoreKernel();
  }

  private Kernel ropeAndStoreKernel() {
    AttentionShape shape = KernelBench.SHAPE;
    int width = shape.queryWidth() + shape.keyWidth() + shape.valueWidth();
    DeviceBuffer qkv = bench.floats(rows * width);
    Kernel kernel = bench.kernels().ropeStore(shape).with(bench.step());
    kernel.with(qkv).with(width).with(qkv).with(width);
    kernel.with(shape.queryWidth()).with(shape.queryWidth() + shape.keyWidth());
    kernel.with(bench.floats(KernelBench.LONGEST * shape.keyDim() / 2));
    kernel.with(bench.floats(KernelBench.LONGEST * shape.keyDim() / 2));
    kernel.with(shape.queryHeads()).with(shape.keyHeads()).with(shape.keyDim());
    kernel.with(shape.valueWidth());
    kernel.with(bench.floats(KernelBench.LONGEST * shape.keyWidth()));
    return kernel.with(bench.floats(KernelBench.LONGEST * shape.valueWidth()));
  }

  @Benchmark
  public void norm() {
    run(norm);
  }

  @Benchmark
  public void rounding() {
    run(rounding);
  }

  @Benchmark
  public void normAndRounding() {
    run(normAndRounding);
  }

  @Benchmark
  public void ropeAndStore() {
    run(ropeAndStore);
  }

  private void run(Kernel kernel) {
    kernel.launch(rows, 1);
    bench.device().finish();
  }

  @TearDown(Level.Trial)
  public void close() {
    bench.close();
  }
}
