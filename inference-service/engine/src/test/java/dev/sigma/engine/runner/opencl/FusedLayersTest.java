package dev.sigma.engine.runner.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.model.WeightMatrix.Format;
import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.runner.KeyValueFormat;
import dev.sigma.engine.runner.NumericsMode;
import dev.sigma.engine.runner.RandomModels;
import dev.sigma.engine.runner.RandomModels.Encoding;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.runner.StepPlan;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FusedLayersTest {

  private static final StepLimits LIMITS = new StepLimits(4, 4, 4, 2);
  private static final ModelConfig CONFIG =
      RandomModels.config(2, 64, new AttentionShape(8, 1, 4, 16, 24, 40, 0), true);
  private static final ModelWeights WEIGHTS =
      new RandomModels(4).weights(CONFIG, Encoding.all(Format.INT8, 32));

  @BeforeAll
  static void processorHasThem() {
    TestDevice.assumeVnni();
  }

  @Test
  void launch_workGroupsThatDoNotRunTogether_areGivenUpAndTheStepRunsTheOtherWay() {
    float[] expected = logits(0, false);
    assertThat(logits(1, true)).isEqualTo(expected);
  }

  /**
   * @param tooMany work-groups more than run at the same time
   * @param lost whether the first attempt is given up
   */
  private static float[] logits(int tooMany, boolean lost) {
    try (DeviceContext device =
        DeviceContext.open(new DeviceChoice.Auto(), TestDevice.KERNEL_CACHE)) {
      int workGroups = device.capabilities().computeUnits() + tooMany;
      StepBuffer stepBuffer = new StepBuffer(device, LIMITS);
      DecoderLaunches launches =
          new DecoderLaunches(
              new Kernels(
                  device, KernelFamily.VNNI, NumericsMode.EXACT, KeyValueFormat.F32, workGroups),
              CONFIG,
              WEIGHTS,
              LIMITS,
              stepBuffer.device(),
              new KeyValuePools(device, CONFIG, KeyValueFormat.F32, 2));
      StepPlan step = new StepPlan(LIMITS);
      step.add(new int[] {5, 6, 7}, 0, 3, 0, new int[] {1}, 1, StepPlan.Logits.ALL);
      stepBuffer.fill(step);
      stepBuffer.send();
      launches.launch(3, 3);
      device.finish();
      assertThat(launches.lost()).isEqualTo(lost);
      if (lost) {
        launches.launch(3, 3);
        device.finish();
        assertThat(launches.lost()).as("it is not tried again").isFalse();
      }
      FloatBuffer logits =
          ByteBuffer.allocateDirect(4 * 3 * CONFIG.vocabulary())
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer();
      launches.logits().read(0, logits);
      float[] values = new float[logits.capacity()];
      logits.get(values);
      return values;
    }
  }
}
