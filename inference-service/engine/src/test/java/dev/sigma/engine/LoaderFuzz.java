package dev.sigma.engine;

import java.nio.file.Path;

/**
 * What Jazzer calls: {@code fuzzerInitialize} with the name of a {@link HostileFile}, then {@code
 * fuzzerTestOneInput} with one input after another.
 */
public final class LoaderFuzz {

  private static HostileFile file = HostileFile.CONFIG;
  private static final Path FOLDER = Path.of("model");

  private LoaderFuzz() {}

  public static void fuzzerInitialize(String[] arguments) {
    file = HostileFile.valueOf(arguments[0]);
    file.prepare(FOLDER);
  }

  public static void fuzzerTestOneInput(byte[] data) {
    boolean _ = file.accepts(FOLDER, data);
  }
}
