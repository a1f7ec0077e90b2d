package dev.sigma.engine.opencl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.lwjgl.opencl.CL12.*;
import static org.lwjgl.system.MemoryUtil.NULL;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds programs from source, or from a cached binary of the same source on the same device. */
final class ProgramBuilder {

  private static final Logger log = LoggerFactory.getLogger(ProgramBuilder.class);

  private final long context;
  private final long device;
  private final String deviceKey;
  private final ProgramCache cache;
  private final boolean keepsBinaries;

  ProgramBuilder(
      long context,
      long device,
      DeviceCapabilities capabilities,
      Path folder,
      boolean keepsBinaries) {
    this.context = context;
    this.device = device;
    deviceKey =
        String.join(
            "\n",
            capabilities.driverVersion(),
            capabilities.version(),
            capabilities.platform(),
            capabilities.name());
    cache = new ProgramCache(folder);
    this.keepsBinaries = keepsBinaries;
  }

  long build(String name, String source, String options) {
    if (!keepsBinaries) {
      return fromSource(name, source, options);
    }
    String key = ProgramCache.key(deviceKey, source, options);
    Optional<byte[]> binary = cache.read(key);
    if (binary.isPresent()) {
      try {
        return fromBinary(name, binary.get(), options);
      } catch (OpenClException e) {
        log.warn(
            "kernel cache: {} refused by the device, building it again: {}", name, e.getMessage());
      }
    }
    long program = fromSource(name, source, options);
    try {
      cache.write(key, binary(program));
    } catch (OpenClException e) {
      log.warn("kernel cache: {} not kept: {}", name, e.getMessage());
    }
    return program;
  }

  private long fromSource(String name, String source, String options) {
    long start = System.nanoTime();
    long program;
    try (MemoryStack stack = MemoryStack.stackPush()) {
      IntBuffer status = stack.mallocInt(1);
      program = clCreateProgramWithSource(context, source, status);
      ClStatus.check(status, "clCreateProgramWithSource " + name);
    }
    build(program, name, options);
    log.debug("built {} [{}] in {} ms", name, options, (System.nanoTime() - start) / 1_000_000);
    return program;
  }

  private long fromBinary(String name, byte[] binary, String options) {
    ByteBuffer bytes = MemoryUtil.memAlloc(binary.length).put(binary).flip();
    try (MemoryStack stack = MemoryStack.stackPush()) {
      IntBuffer status = stack.mallocInt(1);
      IntBuffer binaryStatus = stack.mallocInt(1);
      long program =
          clCreateProgramWithBinary(context, stack.pointers(device), bytes, binaryStatus, status);
      ClStatus.check(status, "clCreateProgramWithBinary " + name);
      build(program, name, options);
      return program;
    } finally {
      MemoryUtil.memFree(bytes);
    }
  }

  /** Builds; releases the program if that fails. */
  private void build(long program, String name, String options) {
    int status = clBuildProgram(program, device, options, null, NULL);
    if (status != CL_SUCCESS) {
      String compilerLog = buildLog(program);
      clReleaseProgram(program);
      throw new OpenClException(
          "clBuildProgram %s [%s]: error %d %s%n%s"
              .formatted(name, options, status, ClStatus.name(status), compilerLog));
    }
  }

  private String buildLog(long program) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      PointerBuffer size = stack.mallocPointer(1);
      if (nclGetProgramBuildInfo(program, device, CL_PROGRAM_BUILD_LOG, 0, NULL, size.address())
          != CL_SUCCESS) {
        return "(no build log)";
      }
      ByteBuffer text = MemoryUtil.memCalloc((int) Math.max(1, size.get(0)));
      try {
        clGetProgramBuildInfo(program, device, CL_PROGRAM_BUILD_LOG, text, null);
        return UTF_8.decode(text).toString().replace("\0", "").trim();
      } finally {
        MemoryUtil.memFree(text);
      }
    }
  }

  private byte[] binary(long program) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      PointerBuffer size = stack.callocPointer(1);
      ClStatus.check(
          clGetProgramInfo(program, CL_PROGRAM_BINARY_SIZES, size, null),
          "CL_PROGRAM_BINARY_SIZES");
      if (size.get(0) <= 0 || size.get(0) > ProgramCache.MAX_BINARY_BYTES) {
        throw new OpenClException(
            "binary of %d bytes (expected: 1 to %d)"
                .formatted(size.get(0), ProgramCache.MAX_BINARY_BYTES));
      }
      ByteBuffer bytes = MemoryUtil.memAlloc((int) size.get(0));
      try {
        PointerBuffer pointer = stack.pointers(bytes);
        ClStatus.check(
            nclGetProgramInfo(program, CL_PROGRAM_BINARIES, 8, pointer.address(), NULL),
            "CL_PROGRAM_BINARIES");
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return copy;
      } finally {
        MemoryUtil.memFree(bytes);
      }
    }
  }
}
