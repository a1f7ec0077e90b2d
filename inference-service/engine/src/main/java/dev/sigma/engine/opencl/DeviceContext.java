package dev.sigma.engine.opencl;

import static org.lwjgl.opencl.CL12.*;
import static org.lwjgl.system.MemoryUtil.NULL;

import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;

/**
 * One device with one in-order queue, and the owner of everything made on it: closing the context
 * closes what is still open. Used by one thread at a time.
 */
public final class DeviceContext implements AutoCloseable {

  private final DeviceCapabilities capabilities;
  private final long context;
  private final long queue;
  private final ProgramBuilder programs;
  private final Set<AutoCloseable> live = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean closed;

  private DeviceContext(OpenClDevices.Found found, Path kernelCache, boolean keepsBinaries) {
    capabilities = found.capabilities();
    try (MemoryStack stack = MemoryStack.stackPush()) {
      PointerBuffer properties = stack.pointers(CL_CONTEXT_PLATFORM, found.platform(), NULL);
      IntBuffer status = stack.mallocInt(1);
      context = clCreateContext(properties, found.device(), null, NULL, status);
      ClStatus.check(status, "clCreateContext on " + capabilities.label());
      queue = clCreateCommandQueue(context, found.device(), 0, status);
      if (status.get(0) != CL_SUCCESS) {
        clReleaseContext(context);
      }
      ClStatus.check(status, "clCreateCommandQueue on " + capabilities.label());
    }
    programs =
        new ProgramBuilder(context, found.device(), capabilities, kernelCache, keepsBinaries);
  }

  /**
   * Opens a device.
   *
   * @param choice which one
   * @param kernelCache folder for compiled kernels; made if it is missing
   * @throws OpenClUnavailableException if there is no OpenCL on this machine
   * @throws OpenClException if the chosen device does not exist or cannot be opened
   */
  public static DeviceContext open(DeviceChoice choice, Path kernelCache) {
    OpenClDevices.Found found = OpenClDevices.choose(choice);
    return new DeviceContext(found, kernelCache, !driverKeepsBinaries(found.capabilities()));
  }

  /** The same with or without a cache of its own for compiled kernels; for tests. */
  static DeviceContext open(DeviceChoice choice, Path kernelCache, boolean keepsBinaries) {
    return new DeviceContext(OpenClDevices.choose(choice), kernelCache, keepsBinaries);
  }

  /**
   * PoCL keeps what it compiles in {@code POCL_CACHE_DIR}, and asked for a binary compiles a second
   * time: 20 s instead of 11 for a model's kernels.
   */
  private static boolean driverKeepsBinaries(DeviceCapabilities capabilities) {
    return capabilities.platform().equals("Portable Computing Language");
  }

  /** What the device says about itself. */
  public DeviceCapabilities capabilities() {
    return capabilities;
  }

  /** Whether kernels are launched in work-groups of one work-item, as suits CPUs. */
  public boolean workGroupsOfOne() {
    return capabilities.type() == DeviceCapabilities.Type.CPU;
  }

  /**
   * Allocates memory, its contents undefined.
   *
   * @throws OpenClException if the device cannot give that much in one buffer
   */
  public DeviceBuffer buffer(String name, long bytes) {
    if (bytes <= 0 || bytes > capabilities.maxBufferBytes()) {
      throw new OpenClException(
          "buffer %s: %d bytes (expected: 1 to %d, the most that %s gives in one buffer)"
              .formatted(name, bytes, capabilities.maxBufferBytes(), capabilities.name()));
    }
    try (MemoryStack stack = MemoryStack.stackPush()) {
      IntBuffer status = stack.mallocInt(1);
      long handle = clCreateBuffer(context, CL_MEM_READ_WRITE, bytes, status);
      ClStatus.check(status, "clCreateBuffer %s, %d bytes".formatted(name, bytes));
      return keep(new DeviceBuffer(this, name, bytes, handle));
    }
  }

  /**
   * Builds a program, or takes it from the cache.
   *
   * @param name for errors and logs
   * @param source OpenCL C
   * @param options compiler options
   * @throws OpenClException if it does not build; the message holds the compiler's log
   */
  public KernelProgram program(String name, String source, String options) {
    return keep(new KernelProgram(this, programs.build(name, source, options)));
  }

  /** Hands queued work to the device and waits until it is done. */
  public void finish() {
    ClStatus.check(clFinish(queue()), "clFinish");
  }

  /** Buffers, programs and kernels that are open. */
  public int liveResources() {
    return live.size();
  }

  long queue() {
    if (closed) {
      throw new IllegalStateException("the device context is closed");
    }
    return queue;
  }

  <T extends AutoCloseable> T keep(T resource) {
    live.add(resource);
    return resource;
  }

  void forget(AutoCloseable resource) {
    live.remove(resource);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    clFinish(queue);
    List<AutoCloseable> open = new ArrayList<>(live);
    for (AutoCloseable resource : open) {
      switch (resource) {
        case DeviceBuffer buffer -> buffer.close();
        case Kernel kernel -> kernel.close();
        case KernelProgram program -> program.close();
        default -> throw new IllegalStateException("unknown resource " + resource);
      }
    }
    closed = true;
    clReleaseCommandQueue(queue);
    clReleaseContext(context);
  }
}
