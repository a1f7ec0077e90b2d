package dev.sigma.engine.runner.opencl;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.opencl.Kernel;
import dev.sigma.engine.opencl.KernelProgram;
import dev.sigma.engine.runner.KeyValueFormat;
import dev.sigma.engine.runner.NumericsMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds each program of a runner once, for one kernel family. */
final class Kernels {

  /** Lanes of a vector; a work-item keeps its tile in these. */
  private static final int LANES = 16;

  /** Vectors of V sums that a work-item of attention keeps in registers. */
  private static final int VALUE_VECTORS_HELD = 16;

  /** Query heads of a work-item of attention at most. */
  private static final int MOST_HEADS = 16;

  private final DeviceContext device;
  private final KernelFamily family;
  private final NumericsMode numerics;
  private final KeyValueFormat keyValues;
  private final int workGroups;
  private final Map<String, KernelProgram> programs = new HashMap<>();

  /** For K and V as they are computed. */
  Kernels(DeviceContext device, KernelFamily family, NumericsMode numerics) {
    this(device, family, numerics, KeyValueFormat.F32, device.capabilities().computeUnits());
  }

  /**
   * @param workGroups how many wait for one another in the kernels that have that; as many as run
   *     at the same time, but for tests
   */
  Kernels(
      DeviceContext device,
      KernelFamily family,
      NumericsMode numerics,
      KeyValueFormat keyValues,
      int workGroups) {
    this.device = device;
    this.family = family;
    this.numerics = numerics;
    this.keyValues = keyValues;
    this.workGroups = workGroups;
  }

  /** Work-groups that run at the same time. */
  int workGroups() {
    return workGroups;
  }

  KernelFamily family() {
    return family;
  }

  DeviceContext device() {
    return device;
  }

  Kernel linear(PackedMatrix matrix, int rows) {
    return program(
            "linear",
            "%s -DROWS=%d".formatted(matrix.options(), rows),
            "portable/weights.cl",
            "portable/epilogue.cl",
            "portable/linear.cl")
        .kernel("linear");
  }

  Kernel integerLinear(PackedMatrix matrix, int rows, int rowBlocks) {
    return program(
            "integer_linear",
            "%s -DROWS=%d -DROW_BLOCKS=%d".formatted(matrix.options(), rows, rowBlocks),
            "portable/weights.cl",
            "portable/epilogue.cl",
            "cpu/dot.cl",
            "cpu/integer_linear.cl")
        .kernel("integer_linear");
  }

  Kernel layer(String weights, int rows, boolean sharedRounding, ModelConfig config, int widest) {
    AttentionShape shape = config.attention();
    return program(
            "layer",
            "-DFUNCTIONS_ONLY %s -DROWS=%d%s -DHIDDEN=%d -DFEED_FORWARD=%d -DAUGMENTED=%d -DWIDEST=%d %s"
                .formatted(
                    weights,
                    rows,
                    sharedRounding ? " -DSHARED_ROUNDING" : "",
                    config.hidden(),
                    config.feedForward(),
                    shape.augmentedQueryDim(),
                    widest,
                    options(shape, headsPerItem(shape))),
            "portable/weights.cl",
            "portable/norm.cl",
            "portable/epilogue.cl",
            "portable/pages.cl",
            "portable/rope_store.cl",
            "portable/attention.cl",
            "cpu/dot.cl",
            "cpu/quantise.cl",
            "cpu/integer_linear.cl",
            "cpu/meeting.cl",
            "cpu/layer.cl")
        .kernel("layer");
  }

  Kernel quantise() {
    return program("quantise", "", "portable/norm.cl", "cpu/quantise.cl").kernel("quantise");
  }

  Kernel normQuantise() {
    return program("quantise", "", "portable/norm.cl", "cpu/quantise.cl").kernel("norm_quantise");
  }

  Kernel probe() {
    return program("probe", "", "cpu/dot.cl", "cpu/probe.cl").kernel("probe");
  }

  Kernel embed(PackedMatrix matrix) {
    return program("embed", matrix.options(), "portable/weights.cl", "portable/embed.cl")
        .kernel("embed");
  }

  Kernel norm() {
    return program("norm", "", "portable/norm.cl").kernel("norm");
  }

  Kernel normLogitsRows() {
    return program("norm", "", "portable/norm.cl").kernel("norm_logits_rows");
  }

  Kernel logitsSummary() {
    return program("logits_summary", "", "portable/logits_summary.cl").kernel("logits_summary");
  }

  Kernel ropeStore(AttentionShape shape) {
    String biased = shape.biased() ? " -DBIASED" : "";
    String headNorms = shape.headNorms() ? " -DHEAD_NORMS" : "";
    return program(
            "rope_store",
            "-DVALUE_DIM=" + shape.valueDim() + pages() + biased + headNorms,
            "portable/pages.cl",
            "portable/norm.cl",
            "portable/rope_store.cl")
        .kernel("rope_store");
  }

  Kernel attention(AttentionShape shape) {
    return program(
            "attention",
            options(shape, headsPerItem(shape)),
            "portable/pages.cl",
            "portable/attention.cl")
        .kernel("attention");
  }

  Kernel selectiveAttention(AttentionShape shape) {
    return program(
            "selective",
            options(shape, 1),
            "portable/pages.cl",
            "portable/attention.cl",
            "portable/selective.cl")
        .kernel("selective_attention");
  }

  /**
   * Query heads that one work-item of attention computes together, reading K once for all: those of
   * a key head, as long as there is an item for every work-group.
   */
  int headsPerItem(AttentionShape shape) {
    int heads = shape.queryHeads() / shape.keyHeads();
    while (heads > MOST_HEADS || shape.queryHeads() / heads < workGroups) {
      int divisor = smallestDivisor(heads);
      if (divisor == 1) {
        break;
      }
      heads /= divisor;
    }
    return heads;
  }

  /** Neighbours among {@code heads} that share a value head, as many as the registers hold. */
  private static int valueShare(AttentionShape shape, int heads) {
    int share = greatestCommonDivisor(heads, shape.queryHeads() / shape.valueHeads());
    while (share > 1 && share * Math.ceilDiv(shape.valueDim(), LANES) > VALUE_VECTORS_HELD) {
      share /= smallestDivisor(share);
    }
    return share;
  }

  private static int smallestDivisor(int n) {
    for (int i = 2; i <= n; i++) {
      if (n % i == 0) {
        return i;
      }
    }
    return 1;
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  private String pages() {
    return keyValues == KeyValueFormat.INT8 ? " -DINT8_PAGES" : "";
  }

  private String options(AttentionShape shape, int heads) {
    return "-DQUERY_HEADS=%d -DKEY_HEADS=%d -DVALUE_HEADS=%d -DKEY_DIM=%d -DVALUE_DIM=%d -DHEADS=%d -DVALUE_SHARE=%d%s%s"
        .formatted(
            shape.queryHeads(),
            shape.keyHeads(),
            shape.valueHeads(),
            shape.keyDim(),
            shape.valueDim(),
            heads,
            valueShare(shape, heads),
            shape.slidingWindow() == 0 ? "" : " -DWINDOW=" + shape.slidingWindow(),
            pages());
  }

  private KernelProgram program(String name, String defines, String... files) {
    String options =
        "-cl-std=CL1.2"
            + numericsOptions()
            + (device.workGroupsOfOne() ? " -DWORK_GROUP_OF_ONE" : "")
            + (defines.isEmpty() ? "" : " " + defines);
    return programs.computeIfAbsent(
        name + options, key -> device.program(name, source(List.of(files)), options));
  }

  private String numericsOptions() {
    if (numerics == NumericsMode.FAST) {
      // not -cl-fast-relaxed-math: scores that are out of sight are infinite
      return " -DFAST -cl-unsafe-math-optimizations";
    }
    return device.capabilities().correctlyRoundedDivide()
        ? " -cl-fp32-correctly-rounded-divide-sqrt"
        : "";
  }

  private static String source(List<String> files) {
    StringBuilder text = new StringBuilder(read("portable/numerics.cl"));
    files.forEach(file -> text.append("#line 1 \"").append(file).append("\"\n").append(read(file)));
    return text.toString();
  }

  private static String read(String file) {
    try (InputStream in = Kernels.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("kernel source " + file + " is not in the jar");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading kernel source " + file, e);
    }
  }
}
