package dev.sigma.engine.opencl;

import java.util.ArrayList;
import java.util.List;
import org.lwjgl.opencl.CL;
import org.lwjgl.system.Configuration;

/**
 * Loads the OpenCL loader library once. LWJGL alone looks only for {@code libOpenCL.so}, which
 * Debian ships in the development package; the runtime package has {@code libOpenCL.so.1}.
 */
final class OpenClLibrary {

  private static final List<String> NAMES = List.of("libOpenCL.so.1", "libOpenCL.so");

  private static boolean loaded;

  private OpenClLibrary() {}

  /**
   * Loads the library named by {@code -Dorg.lwjgl.opencl.libname} or else the first found.
   *
   * @throws OpenClUnavailableException if there is none
   */
  static synchronized void load() {
    if (loaded) {
      return;
    }
    Configuration.OPENCL_EXPLICIT_INIT.set(true);
    String wanted = Configuration.OPENCL_LIBRARY_NAME.get();
    loadFirst(wanted == null ? NAMES : List.of(wanted));
    loaded = true;
  }

  static void loadFirst(List<String> names) {
    List<UnsatisfiedLinkError> refused = new ArrayList<>();
    for (String name : names) {
      try {
        CL.create(name);
        return;
      } catch (UnsatisfiedLinkError e) {
        refused.add(e);
      }
    }
    OpenClUnavailableException none =
        new OpenClUnavailableException(
            "no OpenCL library found (tried %s)".formatted(String.join(", ", names)));
    refused.forEach(none::addSuppressed);
    throw none;
  }
}
