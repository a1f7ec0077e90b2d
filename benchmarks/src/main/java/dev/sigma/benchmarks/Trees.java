package dev.sigma.benchmarks;

import dev.sigma.benchmarks.sandbox.Fixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The file trees that the tasks of InterCode-ALFA are set in, by number. */
final class Trees {
  /** Its tasks need none. */
  private static final String WITHOUT = "4";

  private static final Map<String, Map<String, String>> VARIABLES =
      Map.of("1", Map.of("FILES", "/testbed/hello.c /testbed/FooBar.html"));

  private Trees() {}

  /**
   * @param file the file of tasks; trees lie in {@code execution} beside it
   * @throws UsageException where the tree does not lie there
   */
  static Fixture fixture(String number, Path file) {
    Map<String, String> variables = VARIABLES.getOrDefault(number, Map.of());
    if (number.equals(WITHOUT)) {
      return new Fixture(Optional.empty(), variables);
    }
    Path archive = file.resolveSibling("execution").resolve("fs_" + number + ".tar.gz");
    if (!Files.isReadable(archive)) {
      throw new UsageException("fs: " + number + " (expected: " + archive + ")");
    }
    return new Fixture(Optional.of(archive), variables);
  }
}
