package dev.sigma.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A service's process, looked at from outside through {@code /proc}. */
record WatchedProcess(String name, long pid) implements Comparable<WatchedProcess> {

  /**
   * @param text {@code name=pid}
   */
  static WatchedProcess parse(String text) {
    String[] parts = text.split("=", 2);
    if (parts.length != 2 || !parts[1].matches("[0-9]{1,9}")) {
      throw new UsageException("--process: " + text + " (expected: name=pid)");
    }
    return new WatchedProcess(parts[0], Long.parseLong(parts[1]));
  }

  /**
   * Bytes in memory.
   *
   * @throws IOException where the process has ended, or the system has no {@code /proc}
   */
  long residentBytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
      }
    }
    throw new IOException("process " + pid + " (" + name + ") has ended");
  }

  @Override
  public int compareTo(WatchedProcess other) {
    return Comparator.comparing(WatchedProcess::name)
        .thenComparingLong(WatchedProcess::pid)
        .compare(this, other);
  }
}
