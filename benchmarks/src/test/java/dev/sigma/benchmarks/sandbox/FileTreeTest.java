package dev.sigma.benchmarks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
  @TempDir Path root;

  @Test
  void changes_areWhatIsNotAsBefore() throws IOException {
    Path folder = Files.createDirectory(root.resolve("d"));
    Path kept = Files.writeString(folder.resolve("kept"), "1");
    Path written = Files.writeString(folder.resolve("written"), "1");
    Path gone = Files.writeString(folder.resolve("gone"), "1");
    Path closed = Files.writeString(folder.resolve("closed"), "1");
    Map<String, String> before = FileTree.of(root, Set.of());
    Files.setLastModifiedTime(kept, FileTime.fromMillis(0));
    Files.writeString(written, "2");
    Files.delete(gone);
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r--------"));
    Files.createSymbolicLink(root.resolve("link"), Path.of("d"));
    Map<String, String> changes = FileTree.changes(before, FileTree.of(root, Set.of()));
    assertThat(changes).containsOnlyKeys("/d/written", "/d/gone", "/d/closed", "/link");
    assertThat(changes.get("/d/gone")).isEmpty();
    assertThat(changes.get("/link")).isEqualTo("link d");
    assertThat(changes.get("/d/closed")).startsWith("file 400 ");
  }

  @Test
  void of_leavesOutNamesRightBelow() throws IOException {
    Files.createDirectories(root.resolve("usr/deep"));
    Files.createDirectories(root.resolve("home/usr"));
    assertThat(FileTree.of(root, Set.of("usr"))).containsOnlyKeys("/home", "/home/usr");
  }

  @Test
  void delete_takesFoldersThatAreReadOnly() throws IOException {
    Path folder = Files.createDirectories(root.resolve("a/b"));
    Files.writeString(folder.resolve("c"), "");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    FileTree.delete(root.resolve("a"));
    assertThat(root).isEmptyDirectory();
  }
}
