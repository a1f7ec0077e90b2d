package dev.sigma.engine.opencl;

import static org.lwjgl.opencl.CL12.*;
import static org.lwjgl.system.MemoryUtil.NULL;
import static org.lwjgl.system.MemoryUtil.memAddress;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/** Memory on the device. All copies go through the context's one in-order queue. */
public final class DeviceBuffer implements AutoCloseable {

  private final DeviceContext context;
  private final String name;
  private final long bytes;
  private final long handle;
  private boolean closed;

  DeviceBuffer(DeviceContext context, String name, long bytes, long handle) {
    this.context = context;
    this.name = name;
    this.bytes = bytes;
    this.handle = handle;
  }

  /** Size in bytes. */
  public long bytes() {
    return bytes;
  }

  long handle() {
    if (closed) {
      throw new IllegalStateException("buffer " + name + " is closed");
    }
    return handle;
  }

  /** Copies the remaining bytes of {@code source}, a direct buffer, to {@code offset}; waits. */
  public void write(long offset, ByteBuffer source) {
    write(offset, source.remaining(), direct(source.isDirect(), memAddress(source)), CL_TRUE);
  }

  /** Copies the remaining floats of {@code source}, a direct buffer, to {@code offset}; waits. */
  public void write(long offset, FloatBuffer source) {
    write(offset, 4L * source.remaining(), direct(source.isDirect(), memAddress(source)), CL_TRUE);
  }

  /**
   * Queues a copy of the remaining ints of {@code source}, a direct buffer that must stay as it is
   * until the next waiting call.
   */
  public void writeLater(long offset, IntBuffer source) {
    write(offset, 4L * source.remaining(), direct(source.isDirect(), memAddress(source)), CL_FALSE);
  }

  /** Fills {@code target}, a direct buffer, from {@code offset}; waits for all queued work. */
  public void read(long offset, ByteBuffer target) {
    read(offset, target.remaining(), direct(target.isDirect(), memAddress(target)), CL_TRUE);
  }

  /** Fills {@code target}, a direct buffer, from {@code offset}; waits for all queued work. */
  public void read(long offset, FloatBuffer target) {
    read(offset, 4L * target.remaining(), direct(target.isDirect(), memAddress(target)), CL_TRUE);
  }

  /**
   * Queues the filling of {@code target}, a direct buffer, from {@code offset}; it holds what it
   * should after the next waiting call.
   */
  public void readLater(long offset, IntBuffer target) {
    read(offset, 4L * target.remaining(), direct(target.isDirect(), memAddress(target)), CL_FALSE);
  }

  /** The same for floats. */
  public void readLater(long offset, FloatBuffer target) {
    read(offset, 4L * target.remaining(), direct(target.isDirect(), memAddress(target)), CL_FALSE);
  }

  private void write(long offset, long length, long address, int blocking) {
    inside(offset, length);
    ClStatus.check(
        nclEnqueueWriteBuffer(
            context.queue(), handle(), blocking, offset, length, address, 0, NULL, NULL),
        "clEnqueueWriteBuffer");
  }

  private void read(long offset, long length, long address, int blocking) {
    inside(offset, length);
    ClStatus.check(
        nclEnqueueReadBuffer(
            context.queue(), handle(), blocking, offset, length, address, 0, NULL, NULL),
        "clEnqueueReadBuffer");
  }

  private void inside(long offset, long length) {
    if (offset < 0 || length < 0 || offset > bytes - length) {
      throw new IllegalArgumentException(
          "buffer %s: bytes %d + %d (expected: within %d)".formatted(name, offset, length, bytes));
    }
  }

  private static long direct(boolean direct, long address) {
    if (!direct) {
      throw new IllegalArgumentException("a heap buffer (expected: a direct buffer)");
    }
    return address;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      clReleaseMemObject(handle);
      context.forget(this);
    }
  }
}
