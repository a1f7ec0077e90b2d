package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.opencl.OpenClException;
import dev.sigma.engine.runner.ActivationRounding;
import dev.sigma.engine.runner.KeyValueFormat;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.NumericsMode;
import dev.sigma.engine.runner.RunnerDescription;
import dev.sigma.engine.runner.StepCheck;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.runner.StepPlan;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a decoder on an OpenCL device. {@link NumericsMode#EXACT} by construction: each output is
 * summed in an order that depends on shapes and positions alone, in one way for one row and for
 * many. {@link NumericsMode#FAST} leaves the order, and the rounding of what stands between, to the
 * compiler.
 *
 * <p>The host waits once a step, and a step allocates nothing.
 */
public final class OpenClRunner implements ModelRunner {

  private static final Logger log = LoggerFactory.getLogger(OpenClRunner.class);

  private final DeviceContext device;
  private final KernelFamily family;
  private final NumericsMode numerics;
  private final KeyValueFormat keyValues;
  private final ModelConfig config;
  private final StepLimits limits;
  private final int blocks;
  private final StepBuffer stepBuffer;
  private final KeyValuePools pools;
  private final DecoderLaunches launches;
  private final FloatBuffer staging;
  private final FloatBuffer summaries;
  private int summarised;
  private long deviceNanos;

  private OpenClRunner(
      DeviceContext device,
      KernelFamily family,
      RunnerOptions options,
      ModelConfig config,
      ModelWeights weights,
      StepLimits limits,
      int blocks) {
    this.device = device;
    this.family = family;
    numerics = options.numerics();
    keyValues = options.keyValues();
    this.config = config;
    this.limits = limits;
    this.blocks = blocks;
    stepBuffer = new StepBuffer(device, limits);
    pools = new KeyValuePools(device, config, keyValues, blocks);
    launches =
        new DecoderLaunches(
            new Kernels(device, family, numerics, keyValues, device.capabilities().computeUnits()),
            config,
            weights,
            limits,
            stepBuffer.device(),
            pools);
    staging = directFloats(config.vocabulary());
    summaries = directFloats(2 * limits.logitsRows());
  }

  /**
   * Opens a device, packs the weights onto it and compiles every kernel that a step can need.
   *
   * @param weights not needed after this returns
   * @param limits the largest step
   * @param blocks blocks in each pool
   * @throws dev.sigma.engine.opencl.OpenClException if there is no such device, it has too little
   *     memory, or a kernel does not build
   */
  public static OpenClRunner open(
      ModelConfig config,
      ModelWeights weights,
      RunnerOptions options,
      StepLimits limits,
      int blocks) {
    if (blocks <= 0) {
      throw new IllegalArgumentException("blocks: %d (expected: > 0)".formatted(blocks));
    }
    long start = System.nanoTime();
    DeviceContext device = DeviceContext.open(options.device(), options.kernelCache());
    try {
      if (options.numerics() == NumericsMode.EXACT
          && !device.capabilities().correctlyRoundedDivide()) {
        log.info(
            "{} does not round f32 division correctly: answers are exact on it, but may differ"
                + " from another device's in the last bits",
            device.capabilities().label());
      }
      KernelFamily family = family(options, device);
      OpenClRunner runner =
          new OpenClRunner(device, family, options, config, weights, limits, blocks);
      runner.warmUp();
      log.info(
          "{} layers ready on {} with {} kernels in {} ms",
          config.layers(),
          device.capabilities().label(),
          family.label(),
          (System.nanoTime() - start) / 1_000_000);
      return runner;
    } catch (RuntimeException e) {
      device.close();
      throw e;
    }
  }

  private static KernelFamily family(RunnerOptions options, DeviceContext device) {
    KernelChoice choice = options.kernels();
    if (choice == KernelChoice.PORTABLE) {
      return KernelFamily.PORTABLE;
    }
    Optional<String> refusal = VnniProbe.refusal(device, options.kernelCache());
    if (refusal.isEmpty()) {
      return KernelFamily.VNNI;
    }
    if (choice == KernelChoice.VNNI) {
      throw new OpenClException("vnni kernels are refused: " + refusal.get());
    }
    log.info("portable kernels, because vnni ones are refused: {}", refusal.get());
    return KernelFamily.PORTABLE;
  }

  /** Some drivers compile a kernel at its first launch: launch every variant once. */
  private void warmUp() {
    StepPlan step = new StepPlan(limits);
    int[] table = {0};
    int[] variants =
        IntStream.concat(IntStream.of(Linear.ROWS), IntStream.of(IntegerLinear.ROWS))
            .distinct()
            .sorted()
            .toArray();
    int widest = variants[variants.length - 1];
    FloatBuffer logits =
        directFloats(
            Math.multiplyExact(Math.min(widest, limits.logitsRows()), config.vocabulary()));
    for (int rows : variants) {
      int most = Math.min(Math.min(rows, limits.rows()), config.maxPositions());
      StepPlan.Logits wanted =
          most <= limits.logitsRows() ? StepPlan.Logits.ALL : StepPlan.Logits.LAST;
      step.clear();
      step.add(new int[most], 0, most, 0, table, 1, wanted);
      run(step, logits);
      launches.launchApart(step.rows(), step.logitsRows());
      finish(step, logits);
    }
  }

  @Override
  public void run(StepPlan step, FloatBuffer logits) {
    StepCheck.check(step, config, limits, blocks, logits);
    stepBuffer.fill(step);
    long began = System.nanoTime();
    stepBuffer.send();
    launches.launch(step.rows(), step.logitsRows());
    finish(step, logits);
    if (launches.lost()) {
      log.warn(
          "work-groups did not run at the same time on {}: layers are launched one operation after"
              + " another from now on",
          device.capabilities().label());
      launches.launch(step.rows(), step.logitsRows());
      finish(step, logits);
    }
    deviceNanos += System.nanoTime() - began;
  }

  /**
   * Nanoseconds that steps have spent with the driver and the device so far: from a step's first
   * command to its last result. For whoever runs the steps.
   */
  public long deviceNanos() {
    return deviceNanos;
  }

  /** Waits for the step and fetches what it gave. */
  private void finish(StepPlan step, FloatBuffer logits) {
    if (step.logitsRows() == 0) {
      device.finish();
      return;
    }
    summarised = step.logitsRows();
    launches.summaries().readLater(0, summaries.limit(2 * summarised));
    int wanted = summarised * config.vocabulary();
    if (logits.isDirect()) {
      int limit = logits.limit();
      int position = logits.position();
      logits.position(0).limit(wanted);
      launches.logits().read(0, logits);
      logits.limit(limit).position(position);
      return;
    }
    for (int i = 0; i < step.logitsRows(); i++) {
      launches.logits().read(4L * i * config.vocabulary(), staging);
      logits.put(i * config.vocabulary(), staging, 0, config.vocabulary());
    }
  }

  @Override
  public boolean logNormalisers(double[] into) {
    for (int row = 0; row < summarised; row++) {
      into[row] = summaries.get(2 * row) + StrictMath.log(summaries.get(2 * row + 1));
    }
    return true;
  }

  @Override
  public void readBlock(int block, ByteBuffer keys, ByteBuffer values) {
    StepCheck.checkBlock(this, block, keys.limit(), values.limit());
    pools.read(block, keys, values);
  }

  @Override
  public void writeBlock(int block, ByteBuffer keys, ByteBuffer values) {
    StepCheck.checkBlock(this, block, keys.limit(), values.limit());
    pools.write(block, keys, values);
  }

  @Override
  public ModelConfig config() {
    return config;
  }

  @Override
  public RunnerDescription description() {
    RunnerDescription description =
        new RunnerDescription("opencl", device.capabilities().label(), family.label(), numerics);
    return keyValues == KeyValueFormat.F32 ? description : description.fast();
  }

  /** What the kernels do to the inputs of products, for whoever compares. */
  ActivationRounding rounding() {
    return family.rounding();
  }

  @Override
  public StepLimits limits() {
    return limits;
  }

  @Override
  public int blocks() {
    return blocks;
  }

  @Override
  public int keyBlockBytes() {
    return pools.keyBlockBytes();
  }

  @Override
  public int valueBlockBytes() {
    return pools.valueBlockBytes();
  }

  @Override
  public void close() {
    device.close();
  }

  private static FloatBuffer directFloats(int count) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(count, Float.BYTES))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
