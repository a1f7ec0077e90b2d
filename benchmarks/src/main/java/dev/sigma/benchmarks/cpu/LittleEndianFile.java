package dev.sigma.benchmarks.cpu;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is written front to back. */
final class LittleEndianFile implements AutoCloseable {

  private final OutputStream out;
  private final ByteBuffer number = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
  private long position;

  LittleEndianFile(Path file) throws IOException {
    out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
  }

  void bytes(byte[] bytes, int from, int count) throws IOException {
    out.write(bytes, from, count);
    position += count;
  }

  void bytes(byte[] bytes) throws IOException {
    bytes(bytes, 0, bytes.length);
  }

  void int16(short value) throws IOException {
    number.putShort(0, value);
    bytes(number.array(), 0, Short.BYTES);
  }

  void int32(int value) throws IOException {
    number.putInt(0, value);
    bytes(number.array(), 0, Integer.BYTES);
  }

  void int64(long value) throws IOException {
    number.putLong(0, value);
    bytes(number.array(), 0, Long.BYTES);
  }

  void float32(float value) throws IOException {
    int32(Float.floatToRawIntBits(value));
  }

  /** A length in 64 bits and the text in UTF-8. */
  void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int64(bytes.length);
    bytes(bytes);
  }

  /** Zeros up to the next multiple of {@code alignment}. */
  void align(int alignment) throws IOException {
    bytes(new byte[Math.floorMod(-position, alignment)]);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
