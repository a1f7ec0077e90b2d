package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.model.ModelWeights.GatedMlp;
import dev.sigma.engine.opencl.DeviceBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One layer's weights on the device.
 *
 * @param qkv Q, K and V as one matrix over the normed residual stream
 */
record PackedLayer(
    DeviceBuffer attentionNorm,
    PackedMatrix qkv,
    Optional<Mlp> augmentedQuery,
    HeadAdjustments adjustments,
    PackedMatrix attentionOutput,
    DeviceBuffer feedForwardNorm,
    Mlp feedForward) {

  /** A gated MLP: gate and up paired, and down. */
  record Mlp(PackedMatrix gateAndUp, PackedMatrix down) {

    static Mlp pack(Kernels kernels, GatedMlp mlp) {
      return new Mlp(
          PackedMatrix.pair(kernels, mlp.gate(), mlp.up()),
          PackedMatrix.concatenate(kernels, mlp.down()));
    }
  }

  static PackedLayer pack(Kernels kernels, ModelWeights.Layer layer) {
    return new PackedLayer(
        Products.upload(kernels.device(), "attention norm", layer.attentionNorm()),
        PackedMatrix.concatenate(kernels, layer.query(), layer.key(), layer.value()),
        layer.augmentedQuery().map(mlp -> Mlp.pack(kernels, mlp)),
        HeadAdjustments.of(kernels.device(), layer),
        PackedMatrix.concatenate(kernels, layer.attentionOutput()),
        Products.upload(kernels.device(), "feed-forward norm", layer.feedForwardNorm()),
        Mlp.pack(kernels, layer.feedForward()));
  }

  /** All matrices, for those who ask what they have in common. */
  List<PackedMatrix> matrices() {
    return Stream.concat(
            Stream.of(qkv, attentionOutput),
            Stream.concat(augmentedQuery.stream(), Stream.of(feedForward))
                .flatMap(mlp -> Stream.of(mlp.gateAndUp(), mlp.down())))
        .toList();
  }
}
