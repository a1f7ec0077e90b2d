package dev.sigma.engine.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramCacheTest {

  private static final String KEY = ProgramCache.key("device", "source", "options");

  @TempDir Path folder;

  @Test
  void read_written_givesItBack() throws IOException {
    ProgramCache cache = new ProgramCache(folder.resolve("made/here"));
    cache.write(KEY, new byte[] {1, 2, 3});
    assertThat(cache.read(KEY).orElseThrow()).containsExactly(1, 2, 3);
    try (Stream<Path> files = Files.list(folder.resolve("made/here"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void read_nothingThere_isAMiss() {
    assertThat(new ProgramCache(folder).read(KEY)).isEmpty();
  }

  @Test
  void read_changedOrCutFile_isAMiss() throws IOException {
    ProgramCache cache = new ProgramCache(folder);
    cache.write(KEY, new byte[100]);
    Path file = folder.resolve(KEY + ".clbin");
    byte[] bytes = Files.readAllBytes(file);
    bytes[50] ^= 1;
    Files.write(file, bytes);
    assertThat(cache.read(KEY)).isEmpty();
    Files.write(file, new byte[32]);
    assertThat(cache.read(KEY)).isEmpty();
  }

  @Test
  void write_folderCannotBeMade_isLoggedOnly() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    ProgramCache cache = new ProgramCache(file);
    cache.write(KEY, new byte[] {1});
    assertThat(cache.read(KEY)).isEmpty();
  }

  @Test
  void key_anyPartDiffers_differs() {
    assertThat(ProgramCache.key("devices", "ource", "options")).isNotEqualTo(KEY);
    assertThat(ProgramCache.key("device", "source", "option")).isNotEqualTo(KEY);
  }
}
