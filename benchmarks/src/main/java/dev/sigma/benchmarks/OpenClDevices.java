package dev.sigma.benchmarks;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Lists the OpenCL devices of this machine, one a line. {@code ./sigma doctor} runs this file
 * straight from its source, before anything is built, so it needs nothing but the JDK.
 */
final class OpenClDevices {
  private static final int PLATFORM_VERSION = 0x0901;
  private static final int DEVICE_NAME = 0x102B;
  private static final long ALL_DEVICE_TYPES = 0xFFFFFFFFL;
  private static final int MOST_LISTED = 64;
  private static final int LONGEST_NAME = 1024;

  private final MethodHandle getPlatformIds;
  private final MethodHandle getPlatformInfo;
  private final MethodHandle getDeviceIds;
  private final MethodHandle getDeviceInfo;

  private OpenClDevices(SymbolLookup library) {
    Linker linker = Linker.nativeLinker();
    var pointer = ValueLayout.ADDRESS;
    var uint = ValueLayout.JAVA_INT;
    var ulong = ValueLayout.JAVA_LONG;
    FunctionDescriptor info = FunctionDescriptor.of(uint, pointer, uint, ulong, pointer, pointer);
    getPlatformIds =
        linker.downcallHandle(
            library.findOrThrow("clGetPlatformIDs"),
            FunctionDescriptor.of(uint, uint, pointer, pointer));
    getPlatformInfo = linker.downcallHandle(library.findOrThrow("clGetPlatformInfo"), info);
    getDeviceIds =
        linker.downcallHandle(
            library.findOrThrow("clGetDeviceIDs"),
            FunctionDescriptor.of(uint, pointer, ulong, uint, pointer, pointer));
    getDeviceInfo = linker.downcallHandle(library.findOrThrow("clGetDeviceInfo"), info);
  }

  static void main() throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      new OpenClDevices(open(arena)).print(arena);
    }
  }

  private static SymbolLookup open(Arena arena) {
    for (String name :
        List.of(
            "libOpenCL.so.1",
            "libOpenCL.so",
            "/System/Library/Frameworks/OpenCL.framework/OpenCL")) {
      try {
        return SymbolLookup.libraryLookup(name, arena);
      } catch (IllegalArgumentException notThisOne) {
        // the next name, or the error below
      }
    }
    throw new IllegalStateException("no OpenCL library (expected: libOpenCL.so.1)");
  }

  private void print(Arena arena) throws Throwable {
    MemorySegment platforms = arena.allocate(ValueLayout.ADDRESS, MOST_LISTED);
    MemorySegment devices = arena.allocate(ValueLayout.ADDRESS, MOST_LISTED);
    MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
    if ((int) getPlatformIds.invokeExact(MOST_LISTED, platforms, count) != 0) {
      return;
    }
    int platformCount = Math.min(count.get(ValueLayout.JAVA_INT, 0), MOST_LISTED);
    for (int p = 0; p < platformCount; p++) {
      MemorySegment platform = platforms.getAtIndex(ValueLayout.ADDRESS, p);
      if ((int) getDeviceIds.invokeExact(platform, ALL_DEVICE_TYPES, MOST_LISTED, devices, count)
          == 0) {
        String version = text(getPlatformInfo, platform, PLATFORM_VERSION, arena);
        int deviceCount = Math.min(count.get(ValueLayout.JAVA_INT, 0), MOST_LISTED);
        for (int d = 0; d < deviceCount; d++) {
          MemorySegment device = devices.getAtIndex(ValueLayout.ADDRESS, d);
          IO.println(text(getDeviceInfo, device, DEVICE_NAME, arena) + " (" + version + ")");
        }
      }
    }
  }

  private static String text(MethodHandle getInfo, MemorySegment of, int what, Arena arena)
      throws Throwable {
    MemorySegment name = arena.allocate(LONGEST_NAME);
    int status =
        (int) getInfo.invokeExact(of, what, (long) LONGEST_NAME - 1, name, MemorySegment.NULL);
    return status == 0 ? name.getString(0, StandardCharsets.UTF_8).strip() : "unnamed";
  }
}
