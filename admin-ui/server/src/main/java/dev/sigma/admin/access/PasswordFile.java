package dev.sigma.admin.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The file with the password's hash: its owner's alone, and replaced as a whole. Blocks. */
final class PasswordFile {

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final int LONGEST = 1024;

  private final Path folder;
  private final Path file;

  PasswordFile(Path folder) {
    this.folder = folder;
    this.file = folder.resolve("password");
  }

  /** The password's hash, if one is set. */
  Optional<PasswordHash> read() {
    try {
      Files.createDirectories(folder, ownerOnly("rwx------"));
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      if (POSIX) {
        Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        others.removeAll(OWNER);
        if (!others.isEmpty()) {
          throw new IllegalStateException(
              "%s can be used by others: %s (expected: mode 0600; chmod 600 it)"
                  .formatted(file, others));
        }
      }
      if (Files.size(file) > LONGEST) {
        throw new IllegalStateException("%s: %d bytes".formatted(file, Files.size(file)));
      }
      return Optional.of(PasswordHash.parse(Files.readString(file).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException("SIGMA_ADMIN_DATA: cannot use " + folder, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  /** Puts {@code hash} in the place of what was there; after a crash it is one or the other. */
  void write(PasswordHash hash) {
    try {
      Path next = Files.createTempFile(folder, "password", ".new", ownerOnly("rw-------"));
      try {
        try (FileChannel out = FileChannel.open(next, StandardOpenOption.WRITE)) {
          ByteBuffer bytes =
              ByteBuffer.wrap((hash.text() + "\n").getBytes(StandardCharsets.US_ASCII));
          while (bytes.hasRemaining()) {
            out.write(bytes);
          }
          out.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(next);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(String mode) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
