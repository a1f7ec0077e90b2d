package dev.sigma.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {

  @TempDir Path folder;

  @Test
  void write_isItsOwnersAlone_andReplacesTheOld() throws Exception {
    PasswordFile file = new PasswordFile(folder.resolve("new/data"));
    assertThat(file.read()).isEmpty();
    file.write(PasswordHash.of("the first one"));
    file.write(PasswordHash.of("the second one"));
    assertThat(file.read().orElseThrow().matches("the second one")).isTrue();
    Path data = folder.resolve("new/data");
    try (var files = Files.list(data)) {
      assertThat(files).containsExactly(data.resolve("password"));
    }
    assertThat(mode(data.resolve("password"))).isEqualTo("rw-------");
    assertThat(mode(data)).isEqualTo("rwx------");
  }

  @Test
  void read_openToOthers_isRefused() throws Exception {
    PasswordFile file = new PasswordFile(folder);
    file.write(PasswordHash.of("a good password"));
    Files.setPosixFilePermissions(
        folder.resolve("password"), PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(file::read).hasMessageContaining("expected: mode 0600");
  }

  @Test
  void read_garbage_isRefused_andNotTakenForNoPassword() throws Exception {
    Path file = folder.resolve("password");
    Files.writeString(file, "");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> new PasswordFile(folder).read())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no password hash");
    Files.writeString(file, "x".repeat(2000));
    assertThatThrownBy(() -> new PasswordFile(folder).read()).hasMessageContaining("2000 bytes");
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
