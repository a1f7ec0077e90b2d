package dev.sigma.benchmarks.sandbox;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a command finds when it starts.
 *
 * @param archive a tar file to unpack at {@code /}
 * @param environment further variables
 */
public record Fixture(Optional<Path> archive, Map<String, String> environment) {
  public Fixture {
    environment = Map.copyOf(environment);
  }
}
