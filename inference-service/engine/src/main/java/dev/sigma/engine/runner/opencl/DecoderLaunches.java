package dev.sigma.engine.runner.opencl;

import static dev.sigma.engine.runner.opencl.Linear.Epilogue.ADD;
import static dev.sigma.engine.runner.opencl.Linear.Epilogue.SILU_GATE;
import static dev.sigma.engine.runner.opencl.Linear.Epilogue.STORE;

import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.model.ModelWeights.GatedMlp;
import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.opencl.Kernel;
import dev.sigma.engine.runner.RopeTable;
import dev.sigma.engine.runner.StepLimits;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.lwjgl.system.MemoryUtil;

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
  private final PortableKernels kernels;
  private final DeviceContext device;
  private final DeviceBuffer step;
  private final List<IntConsumer> perRow = new ArrayList<>();
  private final List<IntConsumer> perLogitsRow = new ArrayList<>();
  private final DeviceBuffer residual;
  private final DeviceBuffer normed;
  private final DeviceBuffer logits;

  DecoderLaunches(
      PortableKernels kernels,
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
    normed = activations("normed", config.hidden());
    logits = device.buffer("logits", 4L * limits.logitsRows() * config.vocabulary());

    PackedMatrix embedding = PackedMatrix.concatenate(device, weights.embedding());
    Kernel embed =
        kernels
            .embed(embedding.format())
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
    DeviceBuffer cosines = upload("cosines", rope.cosines());
    DeviceBuffer sines = upload("sines", rope.sines());
    Optional<Attention.Scratch> scratch = Attention.Scratch.of(kernels, shape, limits);

    for (int i = 0; i < config.layers(); i++) {
      ModelWeights.Layer layer = weights.layers().get(i);
      addNorm(layer.attentionNorm());
      addLinear(
          PackedMatrix.concatenate(device, layer.query(), layer.key(), layer.value()),
          normed,
          config.hidden(),
          qkv,
          STORE);
      if (layer.augmentedQuery().isPresent()) {
        addMlp(
            layer.augmentedQuery().get(),
            qkv,
            qkvWidth,
            augmentedInner.orElseThrow(),
            augmented.orElseThrow(),
            STORE);
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
      addLinear(
          PackedMatrix.concatenate(device, layer.attentionOutput()),
          attended,
          shape.outputWidth(),
          residual,
          ADD);
      addNorm(layer.feedForwardNorm());
      addMlp(layer.feedForward(), normed, config.hidden(), inner, residual, ADD);
    }
  }

  private void addOutput(ModelWeights weights, PackedMatrix embedding) {
    PackedMatrix output =
        config.tiedEmbeddings() ? embedding : PackedMatrix.concatenate(device, weights.output());
    DeviceBuffer last =
        device.buffer("normed logits rows", 4L * limits.logitsRows() * config.hidden());
    Kernel norm =
        kernels
            .normLogitsRows()
            .with(step)
            .with(residual)
            .with(upload("final norm", weights.finalNorm()))
            .with(config.rmsEpsilon())
            .with(config.hidden())
            .with(last);
    perLogitsRow.add(rows -> norm.launch(rows, 1));
    Linear linear =
        new Linear(
            kernels,
            output,
            step,
            StepBuffer.LOGITS_ROWS,
            last,
            config.hidden(),
            logits,
            config.vocabulary(),
            STORE);
    perLogitsRow.add(linear::launch);
  }

  private void addNorm(float[] weight) {
    Kernel norm =
        kernels
            .norm()
            .with(residual)
            .with(upload("norm", weight))
            .with(config.rmsEpsilon())
            .with(config.hidden())
            .with(normed);
    perRow.add(rows -> norm.launch(rows, 1));
  }

  /** A product over every row of the step, into all columns of {@code y}. */
  private void addLinear(
      PackedMatrix matrix, DeviceBuffer x, int xStride, DeviceBuffer y, Linear.Epilogue epilogue) {
    Linear linear =
        new Linear(
            kernels, matrix, step, StepBuffer.ROWS, x, xStride, y, matrix.outputs(), epilogue);
    perRow.add(linear::launch);
  }

  private void addMlp(
      GatedMlp mlp,
      DeviceBuffer x,
      int xStride,
      DeviceBuffer inner,
      DeviceBuffer y,
      Linear.Epilogue epilogue) {
    addLinear(PackedMatrix.pair(device, mlp.gate(), mlp.up()), x, xStride, inner, SILU_GATE);
    addLinear(PackedMatrix.concatenate(device, mlp.down()), inner, mlp.gate().rows(), y, epilogue);
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

  private DeviceBuffer upload(String name, float[] values) {
    FloatBuffer host = MemoryUtil.memAllocFloat(values.length).put(values).flip();
    try {
      DeviceBuffer buffer = device.buffer(name, 4L * values.length);
      buffer.write(0, host);
      return buffer;
    } finally {
      MemoryUtil.memFree(host);
    }
  }
}
