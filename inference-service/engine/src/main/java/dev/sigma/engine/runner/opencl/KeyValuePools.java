package dev.sigma.engine.runner.opencl;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.runner.KeyValueFormat;
import dev.sigma.engine.runner.StepPlan;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * K and V pools on the device, one buffer per layer each, laid out as {@code portable/pages.cl}
 * says. In f32, K is transposed to the runner's order as blocks leave and arrive; bytes and their
 * scales leave and arrive as they lie.
 */
final class KeyValuePools {

  private static final int TOKENS = StepPlan.BLOCK_TOKENS;

  /** Kernels read whole vectors, the last one past the end of an odd head. */
  private static final int SPARE_BYTES = 16 * Float.BYTES;

  private final KeyValueFormat format;
  private final int keyWidth;
  private final int keyBytes;
  private final int valueBytes;
  private final int layers;
  private final List<DeviceBuffer> keys = new ArrayList<>();
  private final List<DeviceBuffer> values = new ArrayList<>();
  private final ByteBuffer staging;

  KeyValuePools(DeviceContext device, ModelConfig config, KeyValueFormat format, int blocks) {
    this.format = format;
    keyWidth = config.attention().keyWidth();
    keyBytes = format.keyBlockBytes(config.attention());
    valueBytes = format.valueBlockBytes(config.attention());
    layers = config.layers();
    for (int layer = 0; layer < layers; layer++) {
      keys.add(device.buffer("K of layer " + layer, bytes(blocks, keyBytes)));
      values.add(device.buffer("V of layer " + layer, bytes(blocks, valueBytes)));
    }
    staging =
        ByteBuffer.allocateDirect(Math.max(keyBytes, valueBytes)).order(ByteOrder.nativeOrder());
  }

  private static long bytes(int blocks, int blockBytes) {
    return (long) blocks * blockBytes + SPARE_BYTES;
  }

  DeviceBuffer keys(int layer) {
    return keys.get(layer);
  }

  DeviceBuffer values(int layer) {
    return values.get(layer);
  }

  int keyBlockBytes() {
    return Math.multiplyExact(layers, keyBytes);
  }

  int valueBlockBytes() {
    return Math.multiplyExact(layers, valueBytes);
  }

  void read(int block, ByteBuffer keysInto, ByteBuffer valuesInto) {
    ByteBuffer keyBlock = fromStart(keysInto);
    ByteBuffer valueBlock = fromStart(valuesInto);
    for (int layer = 0; layer < layers; layer++) {
      ByteBuffer key = staged(keyBytes);
      keys.get(layer).read((long) block * keyBytes, key);
      if (format == KeyValueFormat.F32) {
        untranspose(key.asFloatBuffer(), keyBlock);
      } else {
        keyBlock.put(key);
      }
      ByteBuffer value = staged(valueBytes);
      values.get(layer).read((long) block * valueBytes, value);
      valueBlock.put(value);
    }
  }

  void write(int block, ByteBuffer keysFrom, ByteBuffer valuesFrom) {
    ByteBuffer keyBlock = fromStart(keysFrom);
    ByteBuffer valueBlock = fromStart(valuesFrom);
    for (int layer = 0; layer < layers; layer++) {
      ByteBuffer key = staged(keyBytes);
      if (format == KeyValueFormat.F32) {
        transpose(keyBlock, key.asFloatBuffer());
      } else {
        key.put(0, keyBlock, keyBlock.position(), keyBytes);
        keyBlock.position(keyBlock.position() + keyBytes);
      }
      keys.get(layer).write((long) block * keyBytes, key);
      ByteBuffer value = staged(valueBytes);
      value.put(0, valueBlock, valueBlock.position(), valueBytes);
      valueBlock.position(valueBlock.position() + valueBytes);
      values.get(layer).write((long) block * valueBytes, value);
    }
  }

  private void untranspose(FloatBuffer key, ByteBuffer into) {
    for (int t = 0; t < TOKENS; t++) {
      for (int i = 0; i < keyWidth; i++) {
        into.putFloat(key.get(i * TOKENS + t));
      }
    }
  }

  private void transpose(ByteBuffer from, FloatBuffer key) {
    for (int t = 0; t < TOKENS; t++) {
      for (int i = 0; i < keyWidth; i++) {
        key.put(i * TOKENS + t, from.getFloat());
      }
    }
  }

  /** The staging memory as one layer's part of a block. K and V take turns in it. */
  private ByteBuffer staged(int bytes) {
    return staging.clear().limit(bytes);
  }

  private static ByteBuffer fromStart(ByteBuffer bytes) {
    return bytes.duplicate().position(0).order(LITTLE_ENDIAN);
  }
}
