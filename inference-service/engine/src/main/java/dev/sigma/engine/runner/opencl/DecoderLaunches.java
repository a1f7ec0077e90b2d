package dev.sigma.engine.runner.opencl;

import static dev.sigma.engine.runner.opencl.Product.Epilogue.ADD;
import static dev.sigma.engine.runner.opencl.Product.Epilogue.SILU_GATE;
import static dev.sigma.engine.runner.opencl.Product.Epilogue.STORE;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.model.ModelWeights.GatedMlp;
import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.opencl.Kernel;
import dev.sigma.engine.runner.RopeTable;
import dev.sigma.engine.runner.StepLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Every launch of a step, made once: weights packed, activations allocated, arguments set. A step
 * is then a walk over the list.
 *
 * <p>Per layer: norm; Q, K and V in one product; augmented Q where there is one; RoPE and the K/V
 * store; attention; output projection into the residual stream; norm; gate and up in one product;
 * down into the residual stream.
 */
final class DecoderLaunches {

  private final ModelConfig config;
  private final AttentionShape shape;
  private final StepLimits limits;
  private final Kernels kernels;
  private final DeviceContext device;
  private final DeviceBuffer step;
  private final Products products;
  private final List<IntConsumer> perRow = new ArrayList<>();
  private final List<IntConsumer> perLogitsRow = new ArrayList<>();
  private final DeviceBuffer residual;
  private final DeviceBuffer logits;

  DecoderLaunches(
      Kernels kernels,
      ModelConfig config,
      ModelWeights weights,
      StepLimits limits,
      DeviceBuffer step,
      KeyValuePools pools) {
    this.kernels = kernels;
    this.config = config;
    this.limits = limits;
    this.step = step;
    shape = config.attention();
    device = kernels.device();
    residual = activations("residual stream", config.hidden());
    products = new Products(kernels, config, limits, step);
    logits = device.buffer("logits", 4L * limits.logitsRows() * config.vocabulary());

    PackedMatrix embedding = PackedMatrix.concatenate(kernels, weights.embedding());
    Kernel embed =
        kernels
            .embed(embedding.encoding())
            .with(step)
            .with(embedding.data())
            .with(embedding.scales())
            .with(embedding.group())
            .with(embedding.inputs())
            .with(residual);
    perRow.add(rows -> embed.launch(rows, 1));
    addLayers(weights, pools);
    addOutput(weights, embedding);
  }

  private void addLayers(ModelWeights weights, KeyValuePools pools) {
    int qkvWidth = shape.queryWidth() + shape.keyWidth() + shape.valueWidth();
    DeviceBuffer qkv = activations("q, k, v", qkvWidth);
    DeviceBuffer attended = activations("attention output", shape.outputWidth());
    DeviceBuffer inner = activations("feed-forward", config.feedForward());
    Optional<DeviceBuffer> augmentedInner =
        augmented("augmented q, inner", shape.augmentedQueryDim());
    Optional<DeviceBuffer> augmented = augmented("augmented q", shape.queryWidth());
    DeviceBuffer query = augmented.orElse(qkv);
    int queryStride = augmented.isPresent() ? shape.queryWidth() : qkvWidth;

    RopeTable rope = RopeTable.of(config, limits);
    DeviceBuffer cosines = Products.upload(device, "cosines", rope.cosines());
    DeviceBuffer sines = Products.upload(device, "sines", rope.sines());
    Optional<Attention.Scratch> scratch = Attention.Scratch.of(kernels, shape, limits);

    for (int i = 0; i < config.layers(); i++) {
      ModelWeights.Layer layer = weights.layers().get(i);
      products.addNormed(
          perRow::add,
          layer.attentionNorm(),
          PackedMatrix.concatenate(kernels, layer.query(), layer.key(), layer.value()),
          residual,
          qkv,
          STORE);
      if (layer.augmentedQuery().isPresent()) {
        GatedMlp mlp = layer.augmentedQuery().get();
        DeviceBuffer gated = augmentedInner.orElseThrow();
        products.add(perRow::add, gateAndUp(mlp), qkv, qkvWidth, gated, SILU_GATE);
        addDown(mlp, gated, augmented.orElseThrow(), STORE);
      }
      Kernel ropeStore =
          kernels
              .ropeStore()
              .with(step)
              .with(query)
              .with(queryStride)
              .with(qkv)
              .with(qkvWidth)
              .with(shape.queryWidth())
              .with(shape.queryWidth() + shape.keyWidth())
              .with(cosines)
              .with(sines)
              .with(shape.queryHeads())
              .with(shape.keyHeads())
              .with(shape.keyDim())
              .with(shape.valueWidth())
              .with(pools.keys(i))
              .with(pools.values(i));
      perRow.add(rows -> ropeStore.launch(rows, 1));
      Attention attention =
          Attention.of(
              kernels,
              shape,
              scratch,
              step,
              query,
              queryStride,
              pools.keys(i),
              pools.values(i),
              attended);
      perRow.add(attention::launch);
      products.add(
          perRow::add,
          PackedMatrix.concatenate(kernels, layer.attentionOutput()),
          attended,
          shape.outputWidth(),
          residual,
          ADD);
      products.addNormed(
          perRow::add,
          layer.feedForwardNorm(),
          gateAndUp(layer.feedForward()),
          residual,
          inner,
          SILU_GATE);
      addDown(layer.feedForward(), inner, residual, ADD);
    }
  }

  private void addOutput(ModelWeights weights, PackedMatrix embedding) {
    PackedMatrix output =
        config.tiedEmbeddings() ? embedding : PackedMatrix.concatenate(kernels, weights.output());
    products.addLogits(perLogitsRow::add, weights.finalNorm(), output, residual, logits);
  }

  private PackedMatrix gateAndUp(GatedMlp mlp) {
    return PackedMatrix.pair(kernels, mlp.gate(), mlp.up());
  }

  private void addDown(
      GatedMlp mlp, DeviceBuffer inner, DeviceBuffer y, Product.Epilogue epilogue) {
    PackedMatrix down = PackedMatrix.concatenate(kernels, mlp.down());
    products.add(perRow::add, down, inner, mlp.gate().rows(), y, epilogue);
  }

  /** Queues a step. */
  void launch(int rows, int logitsRows) {
    // Indexed: a decode step makes no garbage, iterators included.
    for (int i = 0; i < perRow.size(); i++) {
      perRow.get(i).accept(rows);
    }
    if (logitsRows > 0) {
      for (int i = 0; i < perLogitsRow.size(); i++) {
        perLogitsRow.get(i).accept(logitsRows);
      }
    }
  }

  /** {@code [logitsRows, vocabulary]} after a step. */
  DeviceBuffer logits() {
    return logits;
  }

  private DeviceBuffer activations(String name, int width) {
    return device.buffer(name, 4L * limits.rows() * width);
  }

  private Optional<DeviceBuffer> augmented(String name, int width) {
    return shape.augmentedQueryDim() == 0
        ? Optional.empty()
        : Optional.of(activations(name, width));
  }
}
