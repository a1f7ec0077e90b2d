package dev.sigma.worker.completions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PromptFileTest {

  @TempDir private Path folder;

  private PromptFile read() throws IOException {
    return new PromptFile(ModelFolder.settings(folder), new JsonMapper());
  }

  @Test
  void absent_isNothing() throws IOException {
    assertThat(read().content()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"table_digest\":true}", "{\"table_digest\":false}", "{}"})
  void ofItsForm_isPassedOn(String content) throws IOException {
    Files.writeString(folder.resolve("prompt.json"), content);
    assertThat(read().content()).hasValueSatisfying(c -> assertThat(c).hasToString(content));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                   | prompt.json
          {                                    | prompt.json
          []                                   | no object
          {"table_digest":"yes"}               | table_digest: "yes" (expected: true or false)
          {"table_digest":true,"log_digest":1} | log_digest: not known (expected: table_digest)
          """)
  void notOfItsForm_isRefusedWithWhatIsWrong(String content, String expected) throws IOException {
    Files.writeString(folder.resolve("prompt.json"), content);
    assertThatThrownBy(this::read)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("prompt.json")
        .hasMessageContaining(expected);
  }

  @Test
  void tooLarge_isRefused() throws IOException {
    Files.write(folder.resolve("prompt.json"), new byte[(4 << 10) + 1]);
    assertThatThrownBy(this::read).hasMessageContaining("at most 4096");
  }
}
