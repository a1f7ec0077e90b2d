package dev.sigma.benchmarks.cpu;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what a GGUF file says, after the format's description, and nothing of the writer. */
final class GgufReader {

  record Tensor(long[] dims, int type, long offset) {}

  final Map<String, Object> metadata = new LinkedHashMap<>();
  final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final ByteBuffer in;
  private final int data;

  GgufReader(Path file) throws IOException {
    in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[4];
    in.get(magic);
    if (!new String(magic, StandardCharsets.US_ASCII).equals("GGUF") || in.getInt() != 3) {
      throw new IllegalArgumentException("no GGUF of version 3");
    }
    long tensorCount = in.getLong();
    long metadataCount = in.getLong();
    for (long i = 0; i < metadataCount; i++) {
      metadata.put(text(), value(in.getInt()));
    }
    for (long i = 0; i < tensorCount; i++) {
      String name = text();
      long[] dims = new long[in.getInt()];
      for (int d = 0; d < dims.length; d++) {
        dims[d] = in.getLong();
      }
      tensors.put(name, new Tensor(dims, in.getInt(), in.getLong()));
    }
    data = (in.position() + 31) / 32 * 32;
  }

  private String text() {
    byte[] bytes = new byte[Math.toIntExact(in.getLong())];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private Object value(int type) {
    return switch (type) {
      case 4 -> in.getInt();
      case 6 -> in.getFloat();
      case 8 -> text();
      default -> throw new IllegalArgumentException("metadata type " + type);
    };
  }

  Tensor tensor(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(name + ": missing; there are " + tensors.keySet());
    }
    return tensor;
  }

  /** Bytes of the file. */
  int length() {
    return in.capacity();
  }

  /** Where the tensor begins in the file. */
  int start(String name) {
    return data + Math.toIntExact(tensor(name).offset());
  }

  /** Row {@code row} of a Q8_0 matrix, widened. */
  float[] row(String name, int row) {
    int columns = Math.toIntExact(tensor(name).dims()[0]);
    float[] values = new float[columns];
    int from = start(name) + row * (columns / 32) * 34;
    for (int i = 0; i < columns; i++) {
      int block = from + i / 32 * 34;
      values[i] = Float.float16ToFloat(in.getShort(block)) * in.get(block + 2 + i % 32);
    }
    return values;
  }

  float f32(String name, int index) {
    return in.getFloat(start(name) + 4 * index);
  }
}
