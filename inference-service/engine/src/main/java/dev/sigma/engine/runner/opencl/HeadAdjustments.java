package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.model.ModelWeights;
import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.opencl.Kernel;
import java.util.Optional;

/**
 * What a layer does to q, k and v between their product and RoPE, on the device.
 *
 * @param biases of q, k and v one after another
 * @param headNorms weights of the query heads' norm and of the key heads', {@code [2, keyDim]}
 */
record HeadAdjustments(Optional<DeviceBuffer> biases, Optional<DeviceBuffer> headNorms) {

  static HeadAdjustments of(DeviceContext device, ModelWeights.Layer layer) {
    return new HeadAdjustments(
        layer.biases().map(b -> upload(device, "biases", b.query(), b.key(), b.value())),
        layer.headNorms().map(n -> upload(device, "head norms", n.query(), n.key())));
  }

  /** Sets the last arguments of {@code rope_store}. */
  void addTo(Kernel ropeStore, float epsilon) {
    biases.ifPresent(ropeStore::with);
    headNorms.ifPresent(norms -> ropeStore.with(norms).with(epsilon));
  }

  private static DeviceBuffer upload(DeviceContext device, String name, float[]... parts) {
    int length = 0;
    for (float[] part : parts) {
      length += part.length;
    }
    float[] joined = new float[length];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return Products.upload(device, name, joined);
  }
}
