package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.opencl.Kernel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Layers for steps of few rows, one launch each: {@code cpu/layer.cl}. Its work-groups wait for one
 * another; where they do not run at the same time the wait ends after seconds, and {@link #failed}
 * says that the step has to be run the other way.
 */
final class FusedLayers {

  /** Rows that a launch takes at most, in variants; a step takes the first that is enough. */
  static final int[] ROWS = {1, 2, 4};

  // meeting.cl
  private static final int MEETING_INTS = 80;

  private final int workGroups;
  private final DeviceBuffer meeting;
  private final Kernel[][] layers; // [variant][layer]
  private final IntBuffer failure = directInts(1);

  private FusedLayers(int workGroups, DeviceBuffer meeting, Kernel[][] layers) {
    this.workGroups = workGroups;
    this.meeting = meeting;
    this.layers = layers;
  }

  /**
   * Empty where the kernels cannot: they need integer weights of one encoding, all V rows, and do
   * no biases and head norms.
   */
  static Optional<FusedLayers> of(
      Kernels kernels,
      ModelConfig config,
      DeviceBuffer step,
      List<PackedLayer> layers,
      Activations activations,
      RopeBuffers rope,
      KeyValuePools pools) {
    List<PackedMatrix> matrices =
        layers.stream().flatMap(layer -> layer.matrices().stream()).toList();
    String weights = matrices.getFirst().options();
    if (!matrices.stream().allMatch(m -> m.encoding().quads() && m.options().equals(weights))
        || config.attention().selectiveValues() > 0
        || config.attention().biased()
        || config.attention().headNorms()) {
      return Optional.empty();
    }
    DeviceContext device = kernels.device();
    int workGroups = kernels.workGroups();
    int widest = Products.widestInput(config);
    DeviceBuffer meeting = device.buffer("meeting", 4L * MEETING_INTS);
    meeting.write(0, ByteBuffer.allocateDirect(4 * MEETING_INTS));
    int mostRows = IntStream.of(ROWS).max().orElseThrow();
    RoundedRows rounded = RoundedRows.of(device, workGroups * mostRows, widest);
    Kernel[][] made = new Kernel[ROWS.length][layers.size()];
    for (int variant = 0; variant < ROWS.length; variant++) {
      for (int i = 0; i < layers.size(); i++) {
        Kernel kernel = kernels.layer(weights, ROWS[variant], config, widest);
        kernel.with(step).with(meeting).with(rounded.values()).with(rounded.groups());
        addArguments(kernel, config, layers.get(i), activations, rope, pools, i);
        made[variant][i] = kernel;
      }
    }
    return Optional.of(new FusedLayers(workGroups, meeting, made));
  }

  private static void addArguments(
      Kernel kernel,
      ModelConfig config,
      PackedLayer layer,
      Activations activations,
      RopeBuffers rope,
      KeyValuePools pools,
      int index) {
    AttentionShape shape = config.attention();
    kernel.with(activations.residual()).with(config.rmsEpsilon()).with(layer.attentionNorm());
    addMatrix(kernel, layer.qkv());
    kernel.with(activations.qkv());
    layer
        .augmentedQuery()
        .ifPresent(
            mlp -> {
              addMatrix(kernel, mlp.gateAndUp());
              kernel.with(activations.augmented());
              addMatrix(kernel, mlp.down());
              kernel.with(activations.query());
            });
    kernel.with(rope.cosines()).with(rope.sines());
    kernel.with(pools.keys(index)).with(pools.values(index)).with(Attention.scale(shape));
    kernel.with(activations.attended());
    addMatrix(kernel, layer.attentionOutput());
    kernel.with(layer.feedForwardNorm());
    addMatrix(kernel, layer.feedForward().gateAndUp());
    kernel.with(activations.inner());
    addMatrix(kernel, layer.feedForward().down());
  }

  private static void addMatrix(Kernel kernel, PackedMatrix matrix) {
    kernel.with(matrix.data()).with(matrix.scales()).with(matrix.scaleGroups());
  }

  boolean takes(int rows) {
    return rows <= ROWS[ROWS.length - 1];
  }

  /** Queues all layers of a step of {@code rows} rows. */
  void launch(int rows) {
    int variant = 0;
    while (ROWS[variant] < rows) {
      variant++;
    }
    for (Kernel layer : layers[variant]) {
      layer.launch(workGroups, 1);
    }
    meeting.readLater(0, failure);
  }

  /** Whether the layers of the newest step, which the device has finished, were given up. */
  boolean failed() {
    return failure.get(0) != 0;
  }

  private static IntBuffer directInts(int count) {
    return ByteBuffer.allocateDirect(Integer.BYTES * count)
        .order(ByteOrder.nativeOrder())
        .asIntBuffer();
  }
}
