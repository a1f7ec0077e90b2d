package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.opencl.Kernel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Layers for steps of few rows, decode above all, one launch each: {@code cpu/layer.cl}. Its
 * work-groups wait for one another; where they do not run at the same time the wait ends after
 * seconds, and {@link #failed} says that the step has to be run the other way.
 */
final class FusedLayers {

  /**
   * A kernel for steps of up to {@code mostRows} rows.
   *
   * @param rows rows that are multiplied together
   */
  private record Variant(int rows, int mostRows) {
    /** Whether rows are rounded once for all work-groups. */
    boolean sharesRounding() {
      return mostRows > rows;
    }
  }

  /** A step takes the first that is enough. */
  private static final List<Variant> VARIANTS =
      List.of(new Variant(1, 1), new Variant(4, 4), new Variant(8, 32));

  /** Steps of more rows gain nothing. */
  static final int MOST_ROWS = VARIANTS.getLast().mostRows();

  // meeting.cl
  private static final int MEETING_INTS = 80;

  private final int workGroups;
  private final List<Launches> launches;
  private final IntBuffer failure = directInts(1);

  /** One variant's layers, and where their work-groups meet. */
  private record Launches(int mostRows, DeviceBuffer meeting, List<Kernel> layers) {}

  private FusedLayers(int workGroups, List<Launches> launches) {
    this.workGroups = workGroups;
    this.launches = launches;
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
    int widest = Products.widestInput(config);
    int mostRounded =
        VARIANTS.stream()
            .mapToInt(v -> v.sharesRounding() ? v.mostRows() : v.rows() * kernels.workGroups())
            .max()
            .orElseThrow();
    RoundedRows rounded = RoundedRows.of(device, mostRounded, widest);
    List<Launches> launches = new ArrayList<>();
    for (Variant variant : VARIANTS) {
      DeviceBuffer meeting = device.buffer("meeting", 4L * MEETING_INTS);
      meeting.write(0, ByteBuffer.allocateDirect(4 * MEETING_INTS));
      List<Kernel> made = new ArrayList<>();
      for (int i = 0; i < layers.size(); i++) {
        Kernel kernel =
            kernels.layer(weights, variant.rows(), variant.sharesRounding(), config, widest);
        kernel.with(step).with(meeting).with(rounded.values()).with(rounded.groups());
        addArguments(kernel, config, layers.get(i), activations, rope, pools, i);
        made.add(kernel);
      }
      launches.add(new Launches(variant.mostRows(), meeting, List.copyOf(made)));
    }
    return Optional.of(new FusedLayers(kernels.workGroups(), List.copyOf(launches)));
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
    return rows <= MOST_ROWS;
  }

  /** Queues all layers of a step of {@code rows} rows. */
  void launch(int rows) {
    int variant = 0;
    while (launches.get(variant).mostRows() < rows) {
      variant++;
    }
    Launches chosen = launches.get(variant);
    for (int i = 0; i < chosen.layers().size(); i++) {
      chosen.layers().get(i).launch(workGroups, 1);
    }
    chosen.meeting().readLater(0, failure);
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
