package dev.sigma.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.engine.text.ChatTemplate.Message;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesIT {

  @TempDir private Path folder;

  @Test
  void open_auto_passesTheSelfCheckAndAnswersAsTheReference() throws Exception {
    Path model = TinyModel.write(folder.resolve("m"), 3);
    try (Engine opencl = Engines.open(options(model, "auto"));
        Engine reference = Engines.open(options(model, "reference"))) {
      assertThat(opencl.runner().backend()).isEqualTo("opencl");
      assertThat(opencl.epoch()).as("other kernels").isNotEqualTo(reference.epoch());
      int[] prompt = opencl.chatTemplate().prompt(List.of(new Message("user", "list files")), 100);
      // of another backend only closeness is promised; random weights leave no near ties here
      assertThat(Generating.greedy(opencl, prompt)).isEqualTo(Generating.greedy(reference, prompt));
    }
  }

  private EngineOptions options(Path model, String device) {
    return new EngineOptions(
        model,
        "tiny",
        device,
        "auto",
        "exact",
        "f32",
        1024,
        8,
        4,
        64,
        folder.resolve("kernels"),
        new byte[32]);
  }
}
