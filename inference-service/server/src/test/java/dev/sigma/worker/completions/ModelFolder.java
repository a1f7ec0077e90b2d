package dev.sigma.worker.completions;

import dev.sigma.worker.engine.WorkerSettings;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of a worker of which only the model's folder matters. */
final class ModelFolder {

  private ModelFolder() {}

  static WorkerSettings settings(Path folder) {
    return new WorkerSettings(
        folder,
        "",
        "auto",
        "auto",
        "exact",
        "f32",
        64,
        1,
        folder.resolve("kernels"),
        Duration.ZERO);
  }
}
