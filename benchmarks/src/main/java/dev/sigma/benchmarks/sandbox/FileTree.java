package dev.sigma.benchmarks.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands below a folder: kind, mode and content of each path. Times and owners do not count:
 * they differ from run to run, and from one right command to the next.
 */
final class FileTree {
  private static final int PERMISSIONS = 0xFFF;

  private FileTree() {}

  /**
   * @param ignored names right below {@code root} that are left out
   */
  static Map<String, String> of(Path root, Set<String> ignored) throws IOException {
    Map<String, String> states = new HashMap<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (folder.equals(root)) {
              return FileVisitResult.CONTINUE;
            }
            if (isIgnored(folder)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            add(folder, "folder " + mode(folder));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!isIgnored(file)) {
              add(file, state(file, attributes));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            add(file, "unreadable");
            return FileVisitResult.CONTINUE;
          }

          private boolean isIgnored(Path path) {
            return root.equals(path.getParent())
                && ignored.contains(String.valueOf(path.getFileName()));
          }

          private void add(Path path, String state) {
            states.put("/" + root.relativize(path), state);
          }
        });
    return states;
  }

  /** What is not as it was: empty for what is gone. */
  static Map<String, String> changes(Map<String, String> before, Map<String, String> after) {
    Map<String, String> changes = new HashMap<>(after);
    before.forEach(
        (path, state) -> {
          if (!changes.remove(path, state)) {
            changes.putIfAbsent(path, "");
          }
        });
    return changes;
  }

  /** Deletes the folder, whatever modes the commands gave to what is in it. */
  static void delete(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.setPosixFilePermissions(
                folder,
                EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            // a folder that was closed to its owner: open it and go on
            preVisitDirectory(file, Files.readAttributes(file, BasicFileAttributes.class));
            delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static String state(Path file, BasicFileAttributes attributes) throws IOException {
    if (attributes.isSymbolicLink()) {
      return "link " + Files.readSymbolicLink(file);
    }
    if (!attributes.isRegularFile()) {
      return "other " + mode(file);
    }
    return "file " + mode(file) + " " + (Files.isReadable(file) ? hash(file) : "unreadable");
  }

  private static String mode(Path path) throws IOException {
    Object mode = Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    return Integer.toOctalString((Integer) mode & PERMISSIONS);
  }

  private static String hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
