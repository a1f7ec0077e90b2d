package dev.sigma.engine.opencl;

import static org.lwjgl.opencl.CL12.*;
import static org.lwjgl.system.MemoryUtil.NULL;

import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryUtil;

/**
 * One kernel with its arguments. Arguments are set once and stay; a launch allocates nothing and
 * makes no event.
 */
public final class Kernel implements AutoCloseable {

  private final DeviceContext context;
  private final String name;
  private final long handle;
  private final PointerBuffer offset = MemoryUtil.memCallocPointer(2);
  private final PointerBuffer global = MemoryUtil.memCallocPointer(2);
  private final PointerBuffer ones = MemoryUtil.memCallocPointer(2).put(0, 1).put(1, 1);
  private int arguments;
  private boolean closed;

  Kernel(DeviceContext context, String name, long handle) {
    this.context = context;
    this.name = name;
    this.handle = handle;
  }

  /** Sets the next argument. */
  public Kernel with(DeviceBuffer buffer) {
    ClStatus.check(clSetKernelArg1p(open(), arguments, buffer.handle()), argument());
    arguments++;
    return this;
  }

  /** Sets the next argument. */
  public Kernel with(int value) {
    ClStatus.check(clSetKernelArg1i(open(), arguments, value), argument());
    arguments++;
    return this;
  }

  /** Sets the next argument. */
  public Kernel with(float value) {
    ClStatus.check(clSetKernelArg1f(open(), arguments, value), argument());
    arguments++;
    return this;
  }

  private String argument() {
    return "clSetKernelArg %s %d".formatted(name, arguments);
  }

  /** Queues a launch over {@code [0, width) x [0, height)}. */
  public void launch(long width, long height) {
    launch(width, height, 0);
  }

  /** Queues a launch over {@code [0, width) x [top, top + height)}. */
  public void launch(long width, long height, long top) {
    global.put(0, width).put(1, height);
    offset.put(1, top);
    // On a CPU a work-item is a whole tile, and a work-group of one keeps the compiler from
    // looping over work-items; a GPU's driver chooses.
    ClStatus.check(
        nclEnqueueNDRangeKernel(
            context.queue(),
            open(),
            2,
            top == 0 ? NULL : offset.address(),
            global.address(),
            context.workGroupsOfOne() ? ones.address() : NULL,
            0,
            NULL,
            NULL),
        name);
  }

  private long open() {
    if (closed) {
      throw new IllegalStateException("kernel " + name + " is closed");
    }
    return handle;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      clReleaseKernel(handle);
      MemoryUtil.memFree(offset);
      MemoryUtil.memFree(global);
      MemoryUtil.memFree(ones);
      context.forget(this);
    }
  }
}
