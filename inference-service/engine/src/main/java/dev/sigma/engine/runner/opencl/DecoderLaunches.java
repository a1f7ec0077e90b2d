package dev.sigma.engine.runner.opencl;

import static dev.sigma.engine.runner.opencl.Product.Epilogue.ADD;
import static dev.sigma.engine.runner.opencl.Product.Epilogue.SILU_GATE;
import static dev.sigma.engine.runner.opencl.Product.Epilogue.STORE;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.opencl.Kernel;
import dev.sigma.engine.runner.StepLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Every launch of a step, made once: weights packed, activations allocated, arguments set. A step
 * is then a walk over the list.
 *
 * <p>Per layer: norm; Q, K and V in one product; augmented Q where there is one; biases, head
 * norms, RoPE and the K/V store; attention; output projection into the residual stream; norm; gate
 * and up in one product; down into the residual stream. Steps of few rows do a layer in one launch,
 * where the kernels have that: see {@link FusedLayers}.
 */
final class DecoderLaunches {

  private final ModelConfig config;
  private final AttentionShape shape;
  private final Kernels kernels;
  private final DeviceBuffer step;
  private final Products products;
  private final Activations activations;
  private final Kernel embed;
  private final List<IntConsumer> perRow = new ArrayList<>();
  private final List<IntConsumer> perLogitsRow = new ArrayList<>();
  private final DeviceBuffer logits;
  private final DeviceBuffer summaries;
  private Optional<FusedLayers> fused;

  DecoderLaunches(
      Kernels kernels,
      ModelConfig config,
      ModelWeights weights,
      StepLimits limits,
      DeviceBuffer step,
      KeyValuePools pools) {
    this.kernels = kernels;
    this.config = config;
    this.step = step;
    shape = config.attention();
    DeviceContext device = kernels.device();
    activations = Activations.of(device, config, limits);
    products = new Products(kernels, config, limits, step);
    logits = device.buffer("logits", 4L * limits.logitsRows() * config.vocabulary());

    PackedMatrix embedding = PackedMatrix.concatenate(kernels, weights.embedding());
    embed =
        kernels
            .embed(embedding)
            .with(step)
            .with(embedding.data())
            .with(embedding.scales())
            .with(embedding.group())
            .with(embedding.inputs())
            .with(activations.residual());
    List<PackedLayer> layers =
        weights.layers().stream().map(layer -> PackedLayer.pack(kernels, layer)).toList();
    RopeBuffers rope = RopeBuffers.of(device, config, limits);
    addLayers(layers, rope, Attention.Scratch.of(kernels, shape, limits), pools);
    PackedMatrix output =
        config.tiedEmbeddings() ? embedding : PackedMatrix.concatenate(kernels, weights.output());
    products.addLogits(
        perLogitsRow::add,
        Products.upload(device, "final norm", weights.finalNorm()),
        output,
        activations.residual(),
        logits);
    summaries = device.buffer("summaries of logits", 8L * limits.logitsRows());
    Kernel summary = kernels.logitsSummary().with(logits).with(config.vocabulary()).with(summaries);
    perLogitsRow.add(rows -> summary.launch(rows, 1));
    fused = FusedLayers.of(kernels, config, step, layers, activations, rope, pools);
  }

  private void addLayers(
      List<PackedLayer> layers,
      RopeBuffers rope,
      Optional<Attention.Scratch> scratch,
      KeyValuePools pools) {
    Activations a = activations;
    for (int i = 0; i < layers.size(); i++) {
      PackedLayer layer = layers.get(i);
      products.addNormed(
          perRow::add, layer.attentionNorm(), layer.qkv(), a.residual(), a.qkv(), STORE);
      layer
          .augmentedQuery()
          .ifPresent(
              mlp -> {
                products.add(
                    perRow::add, mlp.gateAndUp(), a.qkv(), a.qkvWidth(), a.augmented(), SILU_GATE);
                addDown(mlp, a.augmented(), a.query(), STORE);
              });
      Kernel ropeStore =
          kernels
              .ropeStore(shape)
              .with(step)
              .with(a.query())
              .with(a.queryStride())
              .with(a.qkv())
              .with(a.qkvWidth())
              .with(shape.queryWidth())
              .with(shape.queryWidth() + shape.keyWidth())
              .with(rope.cosines())
              .with(rope.sines())
              .with(shape.queryHeads())
              .with(shape.keyHeads())
              .with(shape.keyDim())
              .with(shape.valueWidth())
              .with(pools.keys(i))
              .with(pools.values(i));
      layer.adjustments().addTo(ropeStore, config.rmsEpsilon());
      perRow.add(rows -> ropeStore.launch(rows, 1));
      Attention attention =
          Attention.of(
              kernels,
              shape,
              scratch,
              step,
              a.query(),
              a.queryStride(),
              pools.keys(i),
              pools.values(i),
              a.attended());
      perRow.add(attention::launch);
      products.add(
          perRow::add,
          layer.attentionOutput(),
          a.attended(),
          shape.outputWidth(),
          a.residual(),
          ADD);
      products.addNormed(
          perRow::add,
          layer.feedForwardNorm(),
          layer.feedForward().gateAndUp(),
          a.residual(),
          a.inner(),
          SILU_GATE);
      addDown(layer.feedForward(), a.inner(), a.residual(), ADD);
    }
  }

  private void addDown(
      PackedLayer.Mlp mlp, DeviceBuffer inner, DeviceBuffer y, Product.Epilogue epilogue) {
    products.add(perRow::add, mlp.down(), inner, mlp.down().inputs(), y, epilogue);
  }

  /** Queues a step. */
  void launch(int rows, int logitsRows) {
    if (fused.isPresent() && fused.get().takes(rows)) {
      embed.launch(rows, 1);
      fused.get().launch(rows);
      launchLogits(logitsRows);
    } else {
      launchApart(rows, logitsRows);
    }
  }

  /** Queues a step operation by operation. */
  void launchApart(int rows, int logitsRows) {
    embed.launch(rows, 1);
    // Indexed: a decode step makes no garbage, iterators included.
    for (int i = 0; i < perRow.size(); i++) {
      perRow.get(i).accept(rows);
    }
    launchLogits(logitsRows);
  }

  private void launchLogits(int logitsRows) {
    if (logitsRows > 0) {
      for (int i = 0; i < perLogitsRow.size(); i++) {
        perLogitsRow.get(i).accept(logitsRows);
      }
    }
  }

  /**
   * Whether the step that the device has finished is to be launched again: its work-groups did not
   * run at the same time, which is not tried again.
   */
  boolean lost() {
    if (fused.isEmpty() || !fused.get().failed()) {
      return false;
    }
    fused = Optional.empty();
    return true;
  }

  /** {@code [logitsRows, vocabulary]} after a step. */
  DeviceBuffer logits() {
    return logits;
  }

  /** {@code [logitsRows, 2]} after a step: see {@code logits_summary.cl}. */
  DeviceBuffer summaries() {
    return summaries;
  }
}
