package dev.sigma.engine.opencl;

import static org.lwjgl.opencl.CL12.*;

import java.nio.IntBuffer;
import org.lwjgl.system.MemoryStack;

/** A built program. */
public final class KernelProgram implements AutoCloseable {

  private final DeviceContext context;
  private final long handle;
  private boolean closed;

  KernelProgram(DeviceContext context, long handle) {
    this.context = context;
    this.handle = handle;
  }

  /** A new kernel object, whose arguments nobody else sets. The caller or the context closes it. */
  public Kernel kernel(String name) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      IntBuffer status = stack.mallocInt(1);
      long kernel = clCreateKernel(handle, name, status);
      ClStatus.check(status, "clCreateKernel " + name);
      return context.keep(new Kernel(context, name, kernel));
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      clReleaseProgram(handle);
      context.forget(this);
    }
  }
}
