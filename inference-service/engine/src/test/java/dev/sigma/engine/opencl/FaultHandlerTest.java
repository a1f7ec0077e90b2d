package dev.sigma.engine.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A JVM takes faults on purpose, at null checks and safepoints. PoCL's compiler puts a handler of
 * its own in front that stands back after the first fault, and during that a second one on another
 * thread ends the process. With libjsig preloaded the JVM's stays in front.
 */
class FaultHandlerTest {

  private static final long RT_SIGACTION = 13; // on x86-64
  private static final long SIGSEGV = 11;

  @TempDir private Path folder;

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void afterAProgramWasBuilt_faultsStillGoToTheJvm() throws Throwable {
    String unseen = "-DADDEND=" + System.nanoTime() % 1_000_000_000;
    try (DeviceContext device = DeviceContext.open(new DeviceChoice.Auto(), folder)) {
      DeviceBuffer buffer = device.buffer("x", 4);
      device
          .program("plus", "__kernel void plus(__global int* x) { x[0] += ADDEND; }", unseen)
          .kernel("plus")
          .with(buffer)
          .launch(1, 1);
      device.finish();
    }
    assertThat(libraryAt(handler(SIGSEGV))).endsWith("/libjvm.so");
  }

  /** The one that the system knows: the C library's function would ask libjsig. */
  private static long handler(long signal) throws Throwable {
    Linker linker = Linker.nativeLinker();
    var syscall =
        linker.downcallHandle(
            linker.defaultLookup().find("syscall").orElseThrow(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment action = arena.allocate(64, 8);
      long failed =
          (long) syscall.invokeExact(RT_SIGACTION, signal, MemorySegment.NULL, action, 8L);
      assertThat(failed).isZero();
      return action.get(ValueLayout.JAVA_LONG, 0);
    }
  }

  private static String libraryAt(long address) throws Exception {
    for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
      String[] range = line.split("[- ]", 3);
      if (Long.parseUnsignedLong(range[0], 16) <= address
          && address < Long.parseUnsignedLong(range[1], 16)) {
        return line;
      }
    }
    return "nothing at " + Long.toHexString(address);
  }
}
