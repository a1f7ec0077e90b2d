package dev.sigma.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The machine that figures are true of. */
final class Machine {

  private static final double QUIET_LOAD = 0.5;

  private Machine() {}

  /** What a report says of it. */
  static Map<String, Object> facts() throws IOException {
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("processor", first(Path.of("/proc/cpuinfo"), "model name"));
    machine.put("cores", Runtime.getRuntime().availableProcessors());
    machine.put("memory", first(Path.of("/proc/meminfo"), "MemTotal"));
    machine.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    machine.put("java", System.getProperty("java.runtime.version"));
    return machine;
  }

  /** Its load before anything is measured, with a note where that is too much. */
  static double loadBefore() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    if (load > QUIET_LOAD) {
      // threads that wait by spinning, as llama.cpp's do, suffer most
      System.err.printf(
          Locale.ROOT, "note: load %.1f: figures of a busy machine say little%n", load);
    }
    return load;
  }

  /** What stands behind a name and a colon in a file of the kernel's. */
  private static String first(Path file, String name) throws IOException {
    if (!Files.exists(file)) {
      return "unknown";
    }
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }
}
