package dev.sigma.engine;

import dev.sigma.engine.model.ModelDirectory;
import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.opencl.OpenClException;
import dev.sigma.engine.runner.KeyValueFormat;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.NumericsMode;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.runner.StepPlan;
import dev.sigma.engine.runner.opencl.KernelChoice;
import dev.sigma.engine.runner.opencl.OpenClRunner;
import dev.sigma.engine.runner.opencl.RunnerOptions;
import dev.sigma.engine.runner.opencl.SelfCheck;
import dev.sigma.engine.runner.reference.ReferenceRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the runner, once. What was asked for is opened or the engine doesn't open: the slow
 * reference is never what somebody gets who asked for a device.
 */
final class Runners {

  private static final Logger log = LoggerFactory.getLogger(Runners.class);

  private static final String REFERENCE = "reference";

  private Runners() {}

  static ModelRunner open(EngineOptions options, ModelDirectory model) {
    StepLimits limits = limits(options, model);
    if (options.device().equals(REFERENCE)) {
      if (keyValues(options) != KeyValueFormat.F32) {
        throw new IllegalArgumentException(
            "SIGMA_KV_FORMAT: \"%s\" (expected: f32, where SIGMA_DEVICE=reference)"
                .formatted(options.keyValues()));
      }
      return new ReferenceRunner(model.config(), model.weights(), limits, options.blocks());
    }
    RunnerOptions runner =
        new RunnerOptions(
            choice(options.device()),
            kernels(options.kernels()),
            numerics(options.numerics()),
            keyValues(options),
            options.kernelCache());
    try {
      check(options, model, runner);
      return OpenClRunner.open(model.config(), model.weights(), runner, limits, options.blocks());
    } catch (OpenClException e) {
      throw new OpenClException(
          ("SIGMA_DEVICE=%s cannot be used: %s. Install an OpenCL driver (on Debian:"
                  + " pocl-opencl-icd for the processor), choose another device with"
                  + " SIGMA_DEVICE=opencl:<index>, or ask for SIGMA_DEVICE=reference, which is slow")
              .formatted(options.device(), e.getMessage()),
          e);
    }
  }

  /** A device serves only once it has agreed with the reference. */
  private static void check(EngineOptions options, ModelDirectory model, RunnerOptions runner) {
    SelfCheck.Result result = SelfCheck.run(model.config(), model.weights(), runner);
    if (!result.agreed()) {
      log.error("SIGMA_DEVICE={} is refused: {}", options.device(), result.message());
      throw new OpenClException(result.message());
    }
    log.info("Self check passed: {}", result.message());
  }

  private static StepLimits limits(EngineOptions options, ModelDirectory model) {
    int context = Math.ceilDiv(model.config().maxPositions(), StepPlan.BLOCK_TOKENS);
    return new StepLimits(
        options.rowsPerStep(),
        options.mostRunning(),
        options.mostRunning(),
        Math.min(context, options.blocks()));
  }

  private static DeviceChoice choice(String device) {
    try {
      return DeviceChoice.parse(device);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "SIGMA_DEVICE: \"%s\" (expected: auto, opencl:<index> or reference)".formatted(device),
          e);
    }
  }

  private static KernelChoice kernels(String kernels) {
    try {
      return KernelChoice.parse(kernels);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "SIGMA_KERNELS: \"%s\" (expected: auto, portable or vnni)".formatted(kernels), e);
    }
  }

  static KeyValueFormat keyValues(EngineOptions options) {
    try {
      return KeyValueFormat.parse(options.keyValues());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("SIGMA_KV_FORMAT: " + e.getMessage(), e);
    }
  }

  private static NumericsMode numerics(String numerics) {
    return switch (numerics) {
      case "exact" -> NumericsMode.EXACT;
      case "fast" -> NumericsMode.FAST;
      default ->
          throw new IllegalArgumentException(
              "SIGMA_NUMERICS: \"%s\" (expected: exact or fast)".formatted(numerics));
    };
  }
}
