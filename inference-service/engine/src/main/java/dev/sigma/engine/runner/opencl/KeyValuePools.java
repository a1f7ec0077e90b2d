package dev.sigma.engine.runner.opencl;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.runner.StepPlan;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * K and V pools on the device, one buffer per layer each. K of a block lies as {@code [keyHeads,
 * keyDim, 16]}, so that its tokens are the lanes of a vector; it is transposed to the runner's
 * order as blocks leave and arrive.
 */
final class KeyValuePools {

  private static final int TOKENS = StepPlan.BLOCK_TOKENS;

  /** Kernels read whole vectors, the last one past the end of an odd head. */
  private static final int SPARE_FLOATS = 16;

  private final int keyWidth;
  private final int valueWidth;
  private final int layers;
  private final List<DeviceBuffer> keys = new ArrayList<>();
  private final List<DeviceBuffer> values = new ArrayList<>();
  private final ByteBuffer staging;

  KeyValuePools(DeviceContext device, ModelConfig config, int blocks) {
    keyWidth = config.attention().keyWidth();
    valueWidth = config.attention().valueWidth();
    layers = config.layers();
    for (int layer = 0; layer < layers; layer++) {
      keys.add(device.buffer("K of layer " + layer, bytes(blocks, keyWidth)));
      values.add(device.buffer("V of layer " + layer, bytes(blocks, valueWidth)));
    }
    staging =
        ByteBuffer.allocateDirect(TOKENS * Math.max(keyWidth, valueWidth) * Float.BYTES)
            .order(ByteOrder.nativeOrder());
  }

  private static long bytes(int blocks, int width) {
    return ((long) blocks * TOKENS * width + SPARE_FLOATS) * Float.BYTES;
  }

  DeviceBuffer keys(int layer) {
    return keys.get(layer);
  }

  DeviceBuffer values(int layer) {
    return values.get(layer);
  }

  int keyBlockBytes() {
    return Math.multiplyExact(layers, TOKENS * keyWidth * Float.BYTES);
  }

  int valueBlockBytes() {
    return Math.multiplyExact(layers, TOKENS * valueWidth * Float.BYTES);
  }

  void read(int block, ByteBuffer keysInto, ByteBuffer valuesInto) {
    FloatBuffer keyFloats = floats(keysInto);
    FloatBuffer valueFloats = floats(valuesInto);
    FloatBuffer key = staged(keyWidth);
    FloatBuffer value = staged(valueWidth);
    for (int layer = 0; layer < layers; layer++) {
      keys.get(layer).read(4L * block * TOKENS * keyWidth, key);
      for (int t = 0; t < TOKENS; t++) {
        for (int i = 0; i < keyWidth; i++) {
          keyFloats.put(key.get(i * TOKENS + t));
        }
      }
      values.get(layer).read(4L * block * TOKENS * valueWidth, value);
      valueFloats.put(value.duplicate());
    }
  }

  void write(int block, ByteBuffer keysFrom, ByteBuffer valuesFrom) {
    FloatBuffer keyFloats = floats(keysFrom);
    FloatBuffer valueFloats = floats(valuesFrom);
    FloatBuffer key = staged(keyWidth);
    FloatBuffer value = staged(valueWidth);
    for (int layer = 0; layer < layers; layer++) {
      for (int t = 0; t < TOKENS; t++) {
        for (int i = 0; i < keyWidth; i++) {
          key.put(i * TOKENS + t, keyFloats.get());
        }
      }
      keys.get(layer).write(4L * block * TOKENS * keyWidth, key);
      for (int i = 0; i < TOKENS * valueWidth; i++) {
        value.put(i, valueFloats.get());
      }
      values.get(layer).write(4L * block * TOKENS * valueWidth, value);
    }
  }

  /** A view of the staging memory as one layer's part of a block. K and V take turns in it. */
  private FloatBuffer staged(int width) {
    return staging.asFloatBuffer().limit(TOKENS * width);
  }

  private static FloatBuffer floats(ByteBuffer bytes) {
    return bytes.duplicate().position(0).order(LITTLE_ENDIAN).asFloatBuffer();
  }
}
