package dev.sigma.engine.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes safetensors files for tests. */
public final class SafetensorsWriter {

  private final Map<String, Entry> tensors = new LinkedHashMap<>();

  private record Entry(String type, long[] shape, byte[] data) {}

  public SafetensorsWriter add(String name, String type, byte[] data, long... shape) {
    tensors.put(name, new Entry(type, shape, data));
    return this;
  }

  public SafetensorsWriter remove(String name) {
    tensors.remove(name);
    return this;
  }

  public SafetensorsWriter f32(String name, float[] values, long... shape) {
    byte[] data = new byte[4 * values.length];
    ByteBuffer bytes = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return add(name, "F32", data, shape);
  }

  public SafetensorsWriter f16(String name, float[] values, long... shape) {
    byte[] data = new byte[2 * values.length];
    ByteBuffer bytes = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putShort(Float.floatToFloat16(value));
    }
    return add(name, "F16", data, shape);
  }

  public SafetensorsWriter bf16(String name, float[] values, long... shape) {
    byte[] data = new byte[2 * values.length];
    ByteBuffer bytes = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putShort((short) (Float.floatToRawIntBits(value) >>> 16));
    }
    return add(name, "BF16", data, shape);
  }

  public SafetensorsWriter i64(String name, long... values) {
    byte[] data = new byte[8 * values.length];
    ByteBuffer bytes = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      bytes.putLong(value);
    }
    return add(name, "I64", data, values.length);
  }

  /** Adds all that is here to {@code other}. */
  public SafetensorsWriter copyTo(SafetensorsWriter other) {
    other.tensors.putAll(tensors);
    return other;
  }

  public List<String> names() {
    return new ArrayList<>(tensors.keySet());
  }

  public byte[] bytes() {
    List<String> header = new ArrayList<>();
    int offset = 0;
    for (Map.Entry<String, Entry> e : tensors.entrySet()) {
      Entry entry = e.getValue();
      String shape =
          Arrays.stream(entry.shape).mapToObj(Long::toString).collect(Collectors.joining(","));
      int end = offset + entry.data.length;
      header.add(
          "\"%s\":{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%d,%d]}"
              .formatted(e.getKey(), entry.type, shape, offset, end));
      offset = end;
    }
    byte[] data = new byte[offset];
    ByteBuffer into = ByteBuffer.wrap(data);
    tensors.values().forEach(entry -> into.put(entry.data));
    return file("{" + String.join(",", header) + "}", data);
  }

  public void write(Path file) {
    try {
      Files.write(file, bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of this header and these bytes, whatever they say. */
  static byte[] file(String header, byte[] data) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[Long.BYTES + json.length + data.length];
    ByteBuffer into = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    into.putLong(json.length).put(json).put(data);
    return whole;
  }
}
