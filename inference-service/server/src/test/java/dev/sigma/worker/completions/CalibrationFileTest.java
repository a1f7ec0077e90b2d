package dev.sigma.worker.completions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CalibrationFileTest {

  @TempDir private Path folder;

  private CalibrationFile read() throws IOException {
    return new CalibrationFile(ModelFolder.settings(folder), new JsonMapper());
  }

  @Test
  void absent_isNothing() throws IOException {
    assertThat(read().content()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "[]",
        "{\"points\":[[0,0]]}",
        "{\"threshold\":0.5}",
        "{\"threshold\":0.5,\"points\":[]}",
        "{\"threshold\":1.5,\"points\":[[0,0]]}",
        "{\"threshold\":\"0.5\",\"points\":[[0,0]]}",
        "{\"threshold\":0.5,\"points\":[[0]]}",
        "{\"threshold\":0.5,\"points\":[[0,0],[0.5,1.5]]}",
        "{\"threshold\":0.5,\"points\":[[0.5,0.2],[0.4,0.3]]}",
        "{\"threshold\":0.5,\"points\":[[0.5,0.2],[0.6,0.1]]}",
      })
  void notOfItsForm_isRefusedWithItsName(String content) throws IOException {
    Files.writeString(folder.resolve("calibration.json"), content);
    assertThatThrownBy(this::read)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("calibration.json");
  }

  @Test
  void tooLarge_isRefused() throws IOException {
    Files.write(folder.resolve("calibration.json"), new byte[(64 << 10) + 1]);
    assertThatThrownBy(this::read).hasMessageContaining("at most 65536");
  }
}
