package dev.sigma.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.engine.model.ModelDirectory;
import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.runner.opencl.KernelChoice;
import dev.sigma.engine.runner.opencl.OpenClRunner;
import dev.sigma.engine.runner.opencl.RunnerOptions;
import dev.sigma.engine.runner.reference.ReferenceRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every runner against logits that PyTorch gave: SIGMA by its reference in models/, other families
 * by transformers. The bound is on the L2 norm of the difference, relative to that of the logits.
 */
class PyTorchFixtureIT {

  private static final double F32_BOUND = 1e-4;
  private static final double SHIPPED_BOUND = 2e-2;
  private static final Path SHIPPED = Path.of("../../models/sigma-commands");

  @TempDir static Path kernels;

  static Stream<Path> fixtures() throws IOException {
    try (Stream<Path> folders = Files.list(Fixture.FOLDER)) {
      List<Path> found =
          folders.filter(f -> Files.exists(f.resolve("config.json"))).sorted().toList();
      assertThat(found).hasSizeGreaterThanOrEqualTo(22);
      return found.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void reference_smallModel_agrees(Path folder) {
    try (ModelDirectory model = ModelDirectory.open(folder);
        ModelRunner runner = reference(model)) {
      assertAgrees(runner, Fixture.read(folder), F32_BOUND);
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void openCl_smallModel_agrees(Path folder) {
    try (ModelDirectory model = ModelDirectory.open(folder);
        ModelRunner runner = openCl(model)) {
      assertAgrees(runner, Fixture.read(folder), F32_BOUND);
    }
  }

  @Test
  void reference_shippedModel_agrees() {
    try (ModelDirectory model = ModelDirectory.open(SHIPPED);
        ModelRunner runner = reference(model)) {
      assertAgrees(runner, Fixture.read(Fixture.FOLDER.resolve("shipped")), SHIPPED_BOUND);
    }
  }

  @Test
  void openCl_shippedModel_agrees() {
    try (ModelDirectory model = ModelDirectory.open(SHIPPED);
        ModelRunner runner = openCl(model)) {
      assertAgrees(runner, Fixture.read(Fixture.FOLDER.resolve("shipped")), SHIPPED_BOUND);
    }
  }

  private static StepLimits limits() {
    return new StepLimits(64, 4, 64, 6);
  }

  private static ModelRunner reference(ModelDirectory model) {
    return new ReferenceRunner(model.config(), model.weights(), limits(), 8);
  }

  private static ModelRunner openCl(ModelDirectory model) {
    return OpenClRunner.open(
        model.config(),
        model.weights(),
        new RunnerOptions(
            DeviceChoice.parse("auto"), KernelChoice.PORTABLE, NumericsMode.EXACT, kernels),
        limits(),
        8);
  }

  /** As one chunk, and as a chunk and then token by token. */
  private static void assertAgrees(ModelRunner runner, Fixture fixture, double bound) {
    int tokens = fixture.tokens().length;
    assertClose(
        new Text(fixture.tokens(), new int[] {4, 1, 3}).run(runner, tokens), fixture, bound);
    int[] chunks = new int[tokens - 19];
    java.util.Arrays.fill(chunks, 1);
    chunks[0] = 20;
    assertClose(
        new Text(fixture.tokens(), new int[] {0, 5, 2}).run(runner, chunks), fixture, bound);
  }

  private static void assertClose(float[][] actual, Fixture fixture, double bound) {
    double difference = 0;
    double size = 0;
    for (int r = 0; r < fixture.rows().length; r++) {
      float[] expected = fixture.logits()[r];
      float[] got = actual[fixture.rows()[r]];
      for (int i = 0; i < expected.length; i++) {
        difference += Math.pow((double) got[i] - expected[i], 2);
        size += Math.pow(expected[i], 2);
      }
    }
    double error = Math.sqrt(difference / size);
    System.out.printf("relative error %.2e%n", error);
    assertThat(error).isLessThan(bound);
  }
}
